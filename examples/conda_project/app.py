"""The mean level of a river from the numbers that a gauge sends."""

import numpy
from flask import Flask, request

app = Flask(__name__)


@app.get("/health")
def health():
    return {"status": "ok"}


@app.post("/mean")
def mean():
    levels = numpy.array(request.get_json()["levels"], dtype=float)
    return {"mean": float(levels.mean()), "highest": float(levels.max())}


if __name__ == "__main__":
    app.run(port=8080)
