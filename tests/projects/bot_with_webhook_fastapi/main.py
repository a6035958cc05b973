from contextlib import asynccontextmanager
from fastapi import FastAPI, Request
from telegram.ext import Application
import os

ptb = Application.builder().token(os.environ['TOKEN']).build()

@asynccontextmanager
async def lifespan(_: FastAPI):
    async with ptb:
        yield

app = FastAPI(lifespan=lifespan)

@app.post('/')
async def process(request: Request):
    return ''
