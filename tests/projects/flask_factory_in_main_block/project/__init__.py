from flask import Flask
from project.views import bp

def create_app(config=None):
    app = Flask(__name__)
    app.register_blueprint(bp)
    return app
