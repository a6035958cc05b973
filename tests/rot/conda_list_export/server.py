import numpy as np
import pandas as pd
from flask import Flask, jsonify

app = Flask(__name__)
data = pd.DataFrame({"value": np.arange(10.0)})


@app.route("/")
def summary():
    return jsonify(mean=float(data["value"].mean()))


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
