import os

import psycopg2
from flask import Flask

connection = psycopg2.connect(os.environ["DATABASE_URL"])
app = Flask(__name__)


@app.route("/")
def index():
    with connection.cursor() as cursor:
        cursor.execute("select 1")
        return str(cursor.fetchone())
