from fastapi import FastAPI
from classifier import predict

app = FastAPI()

@app.get('/health')
def health():
    return {'status': 'ok'}
