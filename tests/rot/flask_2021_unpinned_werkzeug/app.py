import string
import random

from flask import Flask, redirect, render_template_string, request, abort

app = Flask(__name__)
urls = {}

PAGE = """
<h1>Shortener</h1>
<form method="post"><input name="url" placeholder="https://"><button>shorten</button></form>
{% for key, url in urls.items() %}<p><a href="/{{ key }}">{{ key }}</a> {{ url }}</p>{% endfor %}
"""


@app.route("/", methods=["GET", "POST"])
def index():
    if request.method == "POST":
        key = "".join(random.choice(string.ascii_letters) for _ in range(6))
        urls[key] = request.form["url"]
    return render_template_string(PAGE, urls=urls)


@app.route("/<key>")
def follow(key):
    if key not in urls:
        abort(404)
    return redirect(urls[key])


if __name__ == "__main__":
    app.run(debug=True)
