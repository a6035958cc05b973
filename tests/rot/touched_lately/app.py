import pandas as pd
from flask import Flask

from people import everybody

app = Flask(__name__)
TABLE = everybody(pd.DataFrame({"name": ["ada"], "age": [36]}))


@app.route("/")
def table():
    return TABLE.to_html()
