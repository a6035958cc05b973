import os
from flask import Flask, request, jsonify
from flask_cors import CORS
from utils.preprocess import clean
from dotenv import load_dotenv

load_dotenv()
app = Flask(__name__)
CORS(app)

PORT = os.getenv("PORT", "5050")

@app.get("/api/health")
def health():
    return jsonify({"ok": True})

@app.route("/api/predict", methods=["POST"])
def predict():
    return jsonify(clean(request.json["text"]))

if __name__ == "__main__":
    app.run(host="0.0.0.0", port=int(PORT))
