import argparse
import torch
from models.unet import UNet
from utils.data import Data

def main(args):
    pass

if __name__ == '__main__':
    ap = argparse.ArgumentParser()
    ap.add_argument('--lr', type=float, default=1e-3)
    ap.add_argument('--port', type=int, default=23456)
    main(ap.parse_args())
