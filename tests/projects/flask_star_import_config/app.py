from flask import Flask
from config import *

app = Flask(APP_NAME)

if __name__ == '__main__':
    app.run(HOST, SERVER_PORT)
