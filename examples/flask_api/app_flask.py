"""A model behind an HTTP API: GET / says what it is, POST /predict answers with a prediction."""

from pathlib import Path

import joblib
import numpy as np
from flask import Flask, jsonify, request

app = Flask(__name__)
model = joblib.load(Path(__file__).parent / "model.joblib")


@app.route("/")
def home():
    return jsonify({"service": "iris classifier", "predict": "POST /predict with {\"features\": [5.1, 3.5, 1.4, 0.2]}"})


@app.route("/predict", methods=["POST"])
def predict():
    data = request.get_json(silent=True) or {}
    try:
        features = np.array(data["features"], dtype=float).reshape(1, -1)
        prediction = model.predict(features)
    except (KeyError, TypeError, ValueError) as error:
        return jsonify({"error": f"send {model.n_features_in_} numbers as \"features\": {error}"}), 400
    return jsonify({"prediction": prediction.tolist()[0]})


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
