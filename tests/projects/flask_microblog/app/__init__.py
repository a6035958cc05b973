from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from config import Config

db = SQLAlchemy()

def create_app(config_class=Config):
    app = Flask(__name__)
    from app.main import bp as main_bp
    app.register_blueprint(main_bp)
    return app
