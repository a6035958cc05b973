"""A classifier of wines behind an HTTP API."""

from contextlib import asynccontextmanager
from pathlib import Path

import joblib
from fastapi import FastAPI
from pydantic import BaseModel, Field

MODEL = Path(__file__).parent / "models" / "wine.joblib"


class Wine(BaseModel):
    """What the laboratory measured."""

    alcohol: float = Field(gt=0)
    color_intensity: float = Field(gt=0)
    proline: float = Field(gt=0)


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.model = joblib.load(MODEL)
    yield


app = FastAPI(title="Wines", lifespan=lifespan)


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.post("/predict")
def predict(wine: Wine) -> dict[str, int]:
    features = [[wine.alcohol, wine.color_intensity, wine.proline]]
    return {"kind": int(app.state.model.predict(features)[0])}
