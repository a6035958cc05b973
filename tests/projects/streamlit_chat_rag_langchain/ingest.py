from app.rag import retriever

if __name__ == '__main__':
    retriever()
