def load(): ...

if __name__ == '__main__':
    load()
