from flask import Flask
import sys
sys.path.insert(0, '..')
from proj.net import Net

app = Flask(__name__)

if __name__ == '__main__':
    app.run(port=5500)
