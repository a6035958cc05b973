import numpy as np

def plot(x):
    pass
