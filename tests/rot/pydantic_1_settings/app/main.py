from fastapi import FastAPI

from app.config import settings
from app.models import Item

app = FastAPI()


@app.get("/config")
def config():
    return {"name": settings.name}


@app.post("/items")
def create(item: Item):
    return item.dict()
