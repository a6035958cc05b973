from quart import Quart, jsonify
from quart_cors import cors

app = Quart(__name__)
app = cors(app, allow_origin="https://shop.example.org")

ORDERS: list[dict] = []


@app.get("/")
async def index():
    return jsonify(orders=len(ORDERS))


if __name__ == "__main__":
    app.run(port=8700)
