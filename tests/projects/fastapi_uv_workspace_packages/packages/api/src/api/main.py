from fastapi import FastAPI
from core.logic import f

app = FastAPI()
