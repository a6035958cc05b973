import pickle

import numpy as np
from flask import Flask, request

app = Flask(__name__)
clf = pickle.load(open("xgb.pkl", "rb"))


@app.route("/")
def home():
    return "XGBoost model, POST to /predict"


@app.route("/predict", methods=["POST"])
def predict():
    return str(int(clf.predict(np.array([request.json["features"]]))[0]))


if __name__ == "__main__":
    app.run(host="0.0.0.0")
