import joblib
from flask import Flask, jsonify

app = Flask(__name__)
model = joblib.load("model.pkl")


@app.route("/")
def index():
    return jsonify(status="ok")


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
