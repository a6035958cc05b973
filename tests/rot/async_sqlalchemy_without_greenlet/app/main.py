from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlalchemy import text

from app.database import engine


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with engine.begin() as connection:
        await connection.execute(text("create table if not exists visits (id integer primary key)"))
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/count")
async def count():
    async with engine.begin() as connection:
        await connection.execute(text("insert into visits default values"))
        found = await connection.execute(text("select count(*) from visits"))
        return {"count": found.scalar()}
