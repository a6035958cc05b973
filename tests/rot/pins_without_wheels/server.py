import pandas as pd
from fastapi import FastAPI

app = FastAPI()
frame = pd.DataFrame({"x": [1, 2, 3], "y": [2, 4, 7]})


@app.get("/")
def root():
    return {"correlation": frame.x.corr(frame.y)}
