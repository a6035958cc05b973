from flask import Flask, jsonify
from engine import run

app = Flask(__name__)

@app.route('/api/ping')
def ping():
    return jsonify('pong')

if __name__ == '__main__':
    app.run(host='0.0.0.0', port=int(__import__('os').environ.get('PORT', 10000)))
