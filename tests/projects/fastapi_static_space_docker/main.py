from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from fastapi.responses import FileResponse
from transformers import pipeline

app = FastAPI()

@app.get('/infer_t5')
def t5(input):
    return {}

app.mount('/', StaticFiles(directory='static', html=True), name='static')

@app.get('/')
def index() -> FileResponse:
    return FileResponse(path='/app/static/index.html', media_type='text/html')
