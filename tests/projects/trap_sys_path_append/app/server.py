import sys, os
sys.path.append(os.path.join(os.path.dirname(__file__), '..'))
from common.db import Session
from fastapi import FastAPI

api = FastAPI()
