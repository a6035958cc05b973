from fastapi import FastAPI
from src.core.model import predict

app = FastAPI()

@app.get('/health')
def health():
    return {}
