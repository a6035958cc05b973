import torch
from fastapi import FastAPI
from transformers import AutoModelForCausalLM

app = FastAPI()
model = AutoModelForCausalLM.from_pretrained("gpt2").cuda()
