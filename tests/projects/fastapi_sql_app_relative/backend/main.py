from fastapi import FastAPI, Depends
from . import crud, models
from .database import SessionLocal

app = FastAPI()

@app.get('/users/')
def users():
    return []
