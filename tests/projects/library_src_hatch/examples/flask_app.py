from flask import Flask
from tinyarray import Array

app = Flask(__name__)

if __name__ == '__main__':
    app.run()
