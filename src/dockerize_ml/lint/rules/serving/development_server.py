"""The image starts a server that is made for development.

Why:
    `flask run`, `manage.py runserver` and the like say themselves that they are not for production: they are neither
    fast nor safe under load, and show their insides when something fails. `--reload` watches files that never change
    in an image.

Before:
    FROM python:3.12-slim
    USER 10001
    STOPSIGNAL SIGINT
    CMD ["flask", "--app", "shop", "run", "--host", "0.0.0.0"]
    HEALTHCHECK NONE

After:
    FROM python:3.12-slim
    USER 10001
    STOPSIGNAL SIGINT
    CMD ["gunicorn", "--bind", "0.0.0.0:5000", "shop:create_app()"]
    HEALTHCHECK NONE
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.serving._start import is_for_development, start_of
from dockerize_ml.lint.rules.serving._without import without

_RELOAD = "--reload"
_ENDLESS = frozenset({"uvicorn", "gunicorn", "hypercorn", "fastapi", "litestar", "granian"})


@rule("ML304", Level.WARNING, on="file", words=("run ", 'run"', "runserver", "dev", "reload"))
def development_server(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if start is None or start.server is None or is_for_development(context):
        return
    verb = next((word for word in start.arguments if word.value in start.server.development), None)
    if verb is not None:
        called = f"{start.server.name} {verb.value}"
        yield Hit(start.command.span, f"`{called}` is for development. Start a server for production.")
        return
    reload = next((word for word in start.arguments if word.value == _RELOAD), None)
    if reload is not None and start.server.name in _ENDLESS:
        message = "`--reload` watches for changes, and nothing changes in an image. Leave it out."
        yield Hit(
            reload.span,
            message,
            Fix("Leave `--reload` out", safe=False, edits=(without(start.at, start.command, reload),)),
        )
