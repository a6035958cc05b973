from flask import Flask
from ml.app.model import Net

app = Flask(__name__)
