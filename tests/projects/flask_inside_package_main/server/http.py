from flask import Flask

def build_server():
    app = Flask('server')
    return app
