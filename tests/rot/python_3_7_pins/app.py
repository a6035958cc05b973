import joblib
import numpy as np
from flask import Flask, jsonify

app = Flask(__name__)
model = joblib.load("wine.joblib")


@app.route("/")
def index():
    return jsonify(wine=int(model.predict(np.array([[13.0, 2.0, 2.3, 15.0]]))[0]))


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8000)
