import joblib
import pandas as pd
from flask import Flask, jsonify, request

app = Flask(__name__)
model = joblib.load("model/churn.joblib")


@app.route("/")
def home():
    return "Churn model"


@app.route("/predict", methods=["POST"])
def predict():
    row = pd.DataFrame([request.get_json()])
    return jsonify(churn=bool(model.predict(row)[0]))


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=8080)
