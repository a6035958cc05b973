from transformers import pipeline

def load():
    return pipeline('sentiment-analysis')
