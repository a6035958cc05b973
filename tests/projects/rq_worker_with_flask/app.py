from flask import Flask
from rq import Queue
from redis import Redis
from jobs import work

app = Flask(__name__)
q = Queue(connection=Redis())

@app.route('/')
def i():
    return ''
