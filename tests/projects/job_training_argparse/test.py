import torch
from models.unet import UNet

if __name__ == '__main__':
    pass
