"""Greets whoever asks."""

from werkzeug.serving import run_simple
from werkzeug.wrappers import Request, Response


def application(environ, start_response):
    request = Request(environ)
    response = Response(f"hello {request.args.get('name', 'you')}\n", mimetype="text/plain")
    return response(environ, start_response)


if __name__ == "__main__":
    run_simple("localhost", 5050, application, use_reloader=True)
