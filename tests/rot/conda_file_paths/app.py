from flask import Flask, jsonify
import numpy as np

app = Flask(__name__)


@app.route("/")
def index():
    return jsonify(message="hello", total=int(np.arange(4).sum()))


if __name__ == "__main__":
    app.run()
