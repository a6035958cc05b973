import torch


def main():
    print(torch.ones(2))


if __name__ == "__main__":
    main()
