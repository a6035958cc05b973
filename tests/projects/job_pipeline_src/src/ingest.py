import pandas as pd

def ingest():
    return pd.read_csv('data/raw/x.csv')
