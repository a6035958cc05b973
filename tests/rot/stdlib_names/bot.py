import datetime
import json
import os
import random

from flask import Flask

app = Flask(__name__)
JOKES = json.loads('["Why did the chicken cross the road?"]')


@app.route("/")
def joke():
    return "Joke of %s: %s" % (datetime.date.today(), random.choice(JOKES))


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", 5000)))
