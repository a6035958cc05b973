import torch

class Model:
    def __init__(self):
        self.net = torch.load('model.pt')
