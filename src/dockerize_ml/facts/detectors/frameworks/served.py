"""Frameworks whose program is an object that a WSGI or ASGI server imports."""

from __future__ import annotations

from functools import partial

from dockerize_ml.facts.finding.objects import served_objects
from dockerize_ml.facts.registry import framework

_SERVED = (
    "blacksheep",
    "bottle",
    "connexion",
    "falcon",
    "fastapi",
    "flask",
    "litestar",
    "pyramid",
    "python-fasthtml",
    "quart",
    "sanic",
    "starlette",
)

for _name in _SERVED:
    framework(_name)(partial(served_objects, framework=_name))
