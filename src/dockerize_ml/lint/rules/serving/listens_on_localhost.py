"""The server listens inside its container only.

Why:
    In a container `127.0.0.1` is the container itself. The port can be published as much as one likes: the connection
    is reset, since nobody listens on the address it comes in by. Measured with uvicorn and gunicorn.

Before:
    FROM python:3.12-slim
    USER 10001
    CMD ["uvicorn", "app:app"]
    HEALTHCHECK NONE

After:
    FROM python:3.12-slim
    USER 10001
    CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
    HEALTHCHECK NONE
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Span
from dockerize_ml.dockerfile.shell.nodes import ShellWord
from dockerize_ml.knowledge.listening_defaults import Listening, listening
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules.serving._start import Start, is_for_development, start_of

_LOOPBACK = re.compile(r"(?P<flag>-[\w.-]+=)?(?P<host>127\.0\.0\.1|localhost)(?P<port>:\d+)?")
_ADDRESS = re.compile(r"(?:[\w.-]+:)?\d+|\[.*\]:\d+")
_PROXY = re.compile(r"nginx|supervisor|caddy|haproxy|traefik|envoy|apache2|httpd|s6-|runit|cloudflared|tailscale")
# gunicorn takes 0.0.0.0:$PORT where the platform sets PORT, and reads gunicorn.conf.py.
_MAY_BE_TOLD = frozenset({"gunicorn"})
# They take both in one word.
_WITH_PORT = frozenset({"gunicorn", "hypercorn"})
_KNOWN_AS = {"manage.py": "django", "django-admin": "django"}


@rule("ML306", Level.ERROR, on="file", words=("CMD", "cmd", "ENTRYPOINT", "entrypoint"))
def listens_on_localhost(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if context.last is None or start is None or start.server is None or not start.complete:
        return
    if is_for_development(context) or _PROXY.search(context.file.text):
        return
    # The usual case, told without a table.
    if any("0.0.0.0" in word.value for word in start.arguments):  # noqa: S104 - what others write
        return
    known = listening(_KNOWN_AS.get(start.server.name, start.server.name))
    if known is None or any(not word.literal for word in start.arguments):
        return
    said = next((word for word in start.arguments if _is_loopback(word, start, known)), None)
    if said is not None:
        yield Hit(said.span, _message(start.server.name), _elsewhere(said))
        return
    if known.host != "127.0.0.1" or _is_told(start, known, context):
        return
    may_be_told = start.server.name in _MAY_BE_TOLD or start.is_handed_over
    level = Level.INFO if may_be_told or known_base(context.last, context) is None else None
    yield Hit(start.command.span, _message(start.server.name), _fix(start, known), level)


def _message(name: str) -> str:
    return f"{name} listens inside the container only, where nobody reaches it. Let it listen on `0.0.0.0`."


def _is_loopback(word: ShellWord, start: Start, known: Listening) -> bool:
    """Whether the word is an address to listen on, and that of the container alone."""
    found = _LOOPBACK.fullmatch(word.value)
    if found is None:
        return False
    if found["flag"]:
        return found["flag"].rstrip("=") in known.flags
    before = start.arguments[start.arguments.index(word) - 1].value
    return before in known.flags or (known.name == "django" and before == "runserver")


def _is_told(start: Start, known: Listening, context: Context) -> bool:
    """Whether anything tells it an address."""
    flags = {word.value.partition("=")[0] for word in start.arguments}
    if flags & set(known.flags) or any(
        flag.startswith(short) for flag in flags for short in known.flags if len(short) == 2
    ):
        return True
    if known.name == "django":
        return any(_ADDRESS.fullmatch(word.value) and ":" in word.value for word in start.arguments)
    if any(assignment.name == known.variable for assignment in start.command.assignments):
        return True
    names = context.scope(start.at).names()
    # GUNICORN_CMD_ARGS, UVICORN_HOST and the like.
    own = f"{known.name.upper()}_"
    return known.variable in names or any(name.startswith(own) and name != f"{own}APP" for name in names)


def _elsewhere(word: ShellWord) -> Fix:
    host = next(name for name in ("127.0.0.1", "localhost") if name in word.value)
    text = word.text.replace(host, "0.0.0.0")  # noqa: S104 - what a server in a container has to do
    return Fix("Listen on 0.0.0.0", safe=False, edits=(Edit(word.span, text),))


def _fix(start: Start, known: Listening) -> Fix | None:
    """Add the address behind the last word."""
    flag = known.flags[0] if known.flags else ""
    if not flag or start.command.inside:
        return None
    address = f"0.0.0.0:{known.port}" if known.name in _WITH_PORT else "0.0.0.0"  # noqa: S104 - as above
    end = start.command.words[-1].span.end
    in_json = start.at.exec is not None and not start.command.through
    text = f'", "{flag}", "{address}' if in_json else f" {flag} {address}"
    return Fix("Listen on 0.0.0.0", safe=False, edits=(Edit(Span(end, end), text),))
