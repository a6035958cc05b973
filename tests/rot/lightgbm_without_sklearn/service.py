from typing import List

import joblib
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
model = joblib.load("lgbm.joblib")


class Row(BaseModel):
    x: List[float]


@app.get("/health")
def health():
    return {"status": "ok"}


@app.post("/predict")
def predict(row: Row):
    return {"class": int(model.predict([row.x])[0])}
