from rag.chain import chain

def ingest(): ...

if __name__ == '__main__':
    ingest()
