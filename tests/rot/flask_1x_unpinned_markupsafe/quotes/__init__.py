from flask import Flask

from quotes.views import api


def create_app():
    app = Flask(__name__)
    app.config["JSON_AS_ASCII"] = False
    app.register_blueprint(api, url_prefix="/api")
    return app
