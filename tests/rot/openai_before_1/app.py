import os

import openai
from flask import Flask, jsonify, request
from openai.error import OpenAIError

app = Flask(__name__)
openai.api_key = os.environ.get("OPENAI_API_KEY", "")


@app.route("/")
def index():
    return "A chat: POST your message to /chat"


@app.route("/chat", methods=["POST"])
def chat():
    try:
        answer = openai.ChatCompletion.create(
            model="gpt-3.5-turbo", messages=[{"role": "user", "content": request.json["message"]}]
        )
    except OpenAIError as error:
        return jsonify(error=str(error)), 502
    return jsonify(answer=answer.choices[0].message.content)


if __name__ == "__main__":
    app.run()
