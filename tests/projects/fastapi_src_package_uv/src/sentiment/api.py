from fastapi import FastAPI
from sentiment.model import load

app = FastAPI(lifespan=None)

@app.get('/healthz')
def healthz():
    return 'ok'
