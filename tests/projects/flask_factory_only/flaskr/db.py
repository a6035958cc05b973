import sqlite3
from flask import current_app, g

def init_app(app):
    pass
