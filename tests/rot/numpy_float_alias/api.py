import numpy as np
from flask import Flask, jsonify

app = Flask(__name__)
SIGNAL = np.linspace(0, 1, 5).astype(np.float)
MASK = np.zeros(5, dtype=np.bool)


@app.route("/")
def index():
    return jsonify(signal=SIGNAL.tolist(), mask=MASK.tolist())


if __name__ == "__main__":
    app.run(port=5000)
