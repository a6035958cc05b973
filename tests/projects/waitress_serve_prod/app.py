from flask import Flask
from waitress import serve
import os

app = Flask(__name__)
mode = os.environ.get('MODE', 'prod')

@app.route('/')
def i():
    return ''

if __name__ == '__main__':
    if mode == 'dev':
        app.run(host='0.0.0.0', port=50100, debug=True)
    else:
        serve(app, host='0.0.0.0', port=50100, threads=4, url_prefix='/x')
