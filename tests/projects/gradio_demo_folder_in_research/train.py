from model.net import Net

if __name__ == '__main__':
    Net()
