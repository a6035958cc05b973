import configparser
import importlib
import os

from flask import Flask

settings = configparser.ConfigParser()
settings.read(os.path.join(os.path.dirname(__file__), "settings.ini"))
module, name = settings["site"]["middleware"].split(":")
app = Flask(__name__)
app.wsgi_app = getattr(importlib.import_module(module), name)(app.wsgi_app)


@app.route("/")
def index():
    return settings["site"]["title"]
