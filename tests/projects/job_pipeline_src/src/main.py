from src.ingest import ingest
from src.model import fit

def run():
    fit(ingest())

if __name__ == '__main__':
    run()
