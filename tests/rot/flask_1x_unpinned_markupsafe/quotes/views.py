from flask import Blueprint, jsonify

api = Blueprint("api", __name__)

QUOTES = [
    {"author": "Oscar Wilde", "text": "Be yourself; everyone else is already taken."},
    {"author": "Mae West", "text": "You only live once."},
]


@api.route("/quotes")
def quotes():
    return jsonify(QUOTES)
