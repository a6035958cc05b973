import pandas as pd

if __name__ == '__main__':
    pass
