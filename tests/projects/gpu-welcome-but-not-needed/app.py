import torch
from fastapi import FastAPI

app = FastAPI()
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
net = torch.nn.Linear(2, 2).to(device)
if torch.cuda.is_available():
    net = net.cuda()
