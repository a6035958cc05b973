"""A server runs as root, since no USER says otherwise.

Why:
    Without USER everything in the container runs as root. Whoever finds a hole in the server is root in the container
    then, can change the program and every file that is mounted, and is half-way to the host.

Before:
    FROM python:3.12-slim
    COPY app.py /app/
    EXPOSE 8000
    CMD ["python", "-u", "/app/app.py"]
    STOPSIGNAL SIGINT
    HEALTHCHECK NONE

After:
    FROM python:3.12-slim
    RUN useradd --uid 10001 --create-home app
    COPY app.py /app/
    USER 10001
    EXPOSE 8000
    CMD ["python", "-u", "/app/app.py"]
    STOPSIGNAL SIGINT
    HEALTHCHECK NONE
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._above import above
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules.serving._start import Start, is_for_development, serves, start_of

# SageMaker's own contract: the container has to run as root.
_NEED_ROOT = ("sagemaker", "SAGEMAKER")
_STEP_DOWN = frozenset({"gosu", "su-exec", "su", "runuser", "setpriv", "sudo", "chroot"})
_WITH_USERADD = frozenset({"debian", "ubuntu"})
_BUILDING = frozenset({"RUN", "COPY", "ADD", "WORKDIR", "ONBUILD"})


@rule("ML301", Level.WARNING, on="file", words=("CMD", "ENTRYPOINT", "cmd", "entrypoint"))
def runs_as_root(context: Context) -> Iterator[Hit]:
    start = start_of(context)
    if context.last is None or start is None or not serves(start, context):
        return
    if context.state_after(context.last).user is not None or _steps_down(start, context):
        return
    base = known_base(context.last, context)
    if is_for_development(context) or (base and (base.user or base.is_dev)):
        return
    # An image that we do not know may have a USER of its own, and an entry script may step down.
    level = None if base and not start.is_handed_over else Level.INFO
    # The rule about Jupyter has said so already.
    if any(word.value == "--allow-root" for word in start.arguments):
        return
    doubt = "" if base else ", unless the base image has a USER"
    message = f"The server runs as root{doubt}. Make a user without rights, and switch to it with USER above this line."
    yield Hit(start.command.span, message, _fix(start, context, base.system if base else ""), level)


def _steps_down(start: Start, context: Context) -> bool:
    """Whether something in between changes the user, or has to be root."""
    if any(word in context.file.text for word in _NEED_ROOT):
        return True
    return any(each in _STEP_DOWN for each in (*start.above, *start.command.through)) or start.command.has_flag(
        "user", "uid"
    )


def _fix(start: Start, context: Context, system: str) -> Fix | None:
    """Make a user just above the command, where nothing that needs root comes behind it."""
    stage = context.last
    if stage is None or system not in _WITH_USERADD or start.at not in stage.instructions:
        return None
    behind = stage.instructions[stage.instructions.index(start.at) :]
    if any(each.keyword in _BUILDING for each in behind):
        return None
    text = "RUN useradd --uid 10001 --create-home app\nUSER 10001\n"
    return Fix("Make a user and switch to it", safe=False, edits=(Edit(above(start.at, context), text),))
