import argparse
from utils.general import check

def main(opt):
    pass

if __name__ == '__main__':
    main(None)
