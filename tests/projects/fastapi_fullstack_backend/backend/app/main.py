from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from app.routers import users
from app import models

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=['*'])
app.include_router(users.router)

@app.get('/')
def read_root():
    return {'message': 'ok'}
