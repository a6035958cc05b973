from flask import Flask, jsonify
import pandas as pd

app = Flask(__name__)
frame = pd.DataFrame({"a": [1, 2], "b": [3, 4]})


@app.route("/")
def index():
    return jsonify(rows=len(frame))


if __name__ == "__main__":
    app.run()
