from fastapi import FastAPI
from app.v1.main import app as v1
from app.v2.main import app as v2

app = FastAPI()
app.mount('/v1', v1)
app.mount('/v2', v2)

@app.get('/ready')
def ready(): ...
