from fastapi import FastAPI
from routers import items
from config import settings

app = FastAPI()
app.include_router(items.router)
