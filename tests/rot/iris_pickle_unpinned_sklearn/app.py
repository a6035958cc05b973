import pickle

import numpy as np
from flask import Flask, jsonify, request

app = Flask(__name__)
with open("iris.pkl", "rb") as file:
    model = pickle.load(file)
NAMES = ["setosa", "versicolor", "virginica"]


@app.route("/")
def index():
    return "Iris classifier"


@app.route("/predict", methods=["POST"])
def predict():
    features = np.array(request.json["features"]).reshape(1, -1)
    return jsonify(species=NAMES[int(model.predict(features)[0])])


if __name__ == "__main__":
    app.run(port=5000)
