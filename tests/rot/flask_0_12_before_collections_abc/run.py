from flask import Flask, abort, jsonify
from werkzeug.routing import BaseConverter

STOCK = {7: {"name": "bolts", "left": 120}, 9: {"name": "nuts", "left": 80}}


class PartNumber(BaseConverter):
    regex = r"\d+"

    def to_python(self, value):
        return int(value)


app = Flask(__name__)
app.url_map.converters["part"] = PartNumber


@app.route("/api/stock/<part:number>")
def stock(number):
    if number not in STOCK:
        abort(404)
    return jsonify(STOCK[number])


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=5000)
