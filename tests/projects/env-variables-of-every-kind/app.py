import os
from os import environ, getenv

from decouple import config
from fastapi import FastAPI

from settings import Settings

app = FastAPI()
settings = Settings()
TOKEN = os.environ["API_TOKEN"]
LEVEL = getenv("LOG_LEVEL", "info")
BUCKET = environ.get("BUCKET")
DEBUG = config("DEBUG", default=False, cast=bool)
HOME = os.environ["HOME"]
os.environ["TOKENIZERS_PARALLELISM"] = "false"
