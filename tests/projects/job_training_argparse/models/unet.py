import torch.nn as nn

class UNet(nn.Module): ...

if __name__ == '__main__':
    print(UNet())
