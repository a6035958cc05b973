from src.data.load import load

if __name__ == '__main__':
    load()
