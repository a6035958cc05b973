from flask import Flask, jsonify
from flask_caching import Cache

server = Flask(__name__)
cache = Cache(server, config={"CACHE_TYPE": "SimpleCache"})


@server.route("/")
@cache.cached(timeout=60)
def index():
    return jsonify(weather="sunny")
