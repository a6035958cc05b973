import os

import redis
from dotenv import load_dotenv
from flask import Flask

load_dotenv(".env")
store = redis.Redis(host=os.environ["REDIS_HOST"], port=6379)
store.ping()
app = Flask(__name__)


@app.route("/")
def index():
    return str(store.incr("hits"))
