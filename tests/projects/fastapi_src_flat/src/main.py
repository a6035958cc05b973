import uvicorn
from fastapi import FastAPI
from config import settings
from model import Model

app = FastAPI()
m = Model()

@app.get("/")
def root():
    return {"hello": "world"}

if __name__ == "__main__":
    uvicorn.run("main:app", host=settings.host, port=settings.port, reload=True)
