from flask import Flask, jsonify
from googletrans import LANGUAGES, Translator

app = Flask(__name__)
translator = Translator()


@app.route("/")
def index():
    return jsonify(languages=len(LANGUAGES))


if __name__ == "__main__":
    app.run()
