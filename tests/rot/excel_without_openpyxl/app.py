from pathlib import Path

import pandas as pd
from flask import Flask

app = Flask(__name__)
prices = pd.read_excel(Path(__file__).parent / "data" / "prices.xlsx")


@app.route("/")
def table():
    return prices.to_html(index=False)


if __name__ == "__main__":
    app.run(port=8000)
