import pandas as pd
from fastapi import FastAPI

people = pd.DataFrame(columns=["name", "born"])
for name, born in [("Ada", 1815), ("Alan", 1912)]:
    people = people.append({"name": name, "born": born}, ignore_index=True)

app = FastAPI()


@app.get("/")
def index():
    return people.to_dict("records")
