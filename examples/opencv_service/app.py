"""Finds the edges of a picture: POST it to /edges."""

import cv2
import numpy
from flask import Flask, Response, request

app = Flask(__name__)


@app.get("/health")
def health():
    return {"opencv": cv2.__version__}


@app.post("/edges")
def edges():
    picture = cv2.imdecode(numpy.frombuffer(request.get_data(), numpy.uint8), cv2.IMREAD_GRAYSCALE)
    if picture is None:
        return {"error": "send a picture: PNG, JPEG, WebP"}, 400
    _, encoded = cv2.imencode(".png", cv2.Canny(picture, 100, 200))
    return Response(encoded.tobytes(), mimetype="image/png")


if __name__ == "__main__":
    app.run(debug=True)
