import faiss

def retriever():
    pass
