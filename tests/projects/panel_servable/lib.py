import pandas as pd

def frame():
    return pd.DataFrame()
