import tensorflow as tf

model = None

def predict(x):
    return model.predict(x)
