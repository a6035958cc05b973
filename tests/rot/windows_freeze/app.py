from flask import Flask
import requests  # noqa: used by the scheduler

app = Flask(__name__)


@app.route("/")
def index():
    return "<h1>Dashboard</h1>"


if __name__ == "__main__":
    app.run()
