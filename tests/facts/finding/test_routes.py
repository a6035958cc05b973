"""Which route a probe asks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project

_FLASK = "from flask import Flask, Blueprint\napp = Flask(__name__)\n"
_FASTAPI = "from fastapi import FastAPI, APIRouter\napp = FastAPI()\n"

ROUTES = {
    "a health route": (f"{_FASTAPI}@app.get('/health')\ndef h(): ...\n", "/health"),
    "health before the root": (f"{_FLASK}@app.route('/')\ndef r(): ...\n@app.route('/ping')\ndef p(): ...\n", "/ping"),
    "the root when there is no other": (f"{_FLASK}@app.route('/')\ndef r(): ...\n", "/"),
    "none when nothing answers GET": (f"{_FASTAPI}@app.post('/')\ndef r(): ...\n", None),
    "not what only answers POST": (f"{_FLASK}@app.route('/health', methods=['POST'])\ndef r(): ...\n", None),
    "not what takes a parameter": (f"{_FLASK}@app.route('/<name>')\ndef r(name): ...\n", None),
    "a router's own prefix": (
        f"{_FASTAPI}r = APIRouter(prefix='/v1')\n@r.get('/livez')\ndef h(): ...\napp.include_router(r)\n",
        "/v1/livez",
    ),
    "prefixes of routers in routers": (
        (
            f"{_FASTAPI}a = APIRouter(prefix='/a')\nb = APIRouter()\n@b.get('/health')\ndef h(): ...\n"
            "a.include_router(b, prefix='/b')\napp.include_router(a, prefix='/api')\n"
        ),
        "/api/a/b/health",
    ),
    "a blueprint's prefix where it is registered": (
        (
            f"{_FLASK}b = Blueprint('b', __name__, url_prefix='/old')\n@b.route('/status')\ndef s(): ...\n"
            "app.register_blueprint(b, url_prefix='/new')\n"
        ),
        "/new/status",
    ),
    "a rule without a decorator": (f"{_FLASK}app.add_url_rule('/healthz', view_func=print)\n", "/healthz"),
    "not an empty text that a dictionary is asked for": (
        f"{_FLASK}@app.route('/about')\ndef a():\n    names, key = {{}}, ''\n    return names.get(key, '/')\n",
        None,
    ),
    "an empty path below a prefix": (
        f"{_FASTAPI}r = APIRouter(prefix='/health')\n@r.get('')\ndef h(): ...\napp.include_router(r)\n",
        "/health",
    ),
    "a path held in a constant": (f"{_FASTAPI}PATH = '/ready'\n@app.get(PATH)\ndef h(): ...\n", "/ready"),
}


@pytest.mark.parametrize("case", ROUTES)
def test_the_probe_asks(case: str, folder: Callable[[dict[str, str]], Path]) -> None:
    source, expected = ROUTES[case]

    assert inspect(Project.open(folder({"app.py": source}))).facts.health_path.value == expected
