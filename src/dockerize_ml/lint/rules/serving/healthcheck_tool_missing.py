"""The health check calls a program that the image does not have.

Why:
    The slim images have neither curl nor wget. The check fails each time, so that the container is `unhealthy` for
    ever, and whoever restarts unhealthy containers restarts it without end.

Before:
    FROM python:3.12-slim
    USER 10001
    HEALTHCHECK CMD curl -f http://localhost:8000/
    CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]

After:
    FROM python:3.12-slim
    USER 10001
    HEALTHCHECK CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://localhost:8000/')"]
    CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import known_base
from dockerize_ml.lint.rules._system_packages import ANY, system_packages

_MISSING = {"debian": ("curl", "wget"), "ubuntu": ("curl", "wget"), "alpine": ("curl",)}
_BASES = frozenset({"python", "debian", "ubuntu", "alpine"})
_URL = re.compile(r"https?://[\w.:/?=&%-]+")
_HARMLESS = frozenset({"exit", "curl", "wget", "false"})


@rule("ML312", Level.ERROR, on="HEALTHCHECK", words=("curl", "wget"))
def healthcheck_tool_missing(instruction: Instruction, context: Context) -> Iterator[Hit]:
    stage = context.stage(instruction)
    base = known_base(stage, context) if stage else None
    if stage is None or base is None or base.name not in _BASES or stage.index not in context.shipped:
        return
    missing = _MISSING.get(base.system, ())
    for command in context.commands(instruction, *missing):
        if command.name in base.tools or command.path != command.name or _comes(command.name, context):
            continue
        message = f"There is no {command.name} in this image. Ask with Python, or install it."
        yield Hit(command.words[0].span, message, _fix(instruction, context) if base.has_python else None)
        return


def _comes(name: str, context: Context) -> bool:
    """Whether it is installed, or may be copied from elsewhere."""
    packages = system_packages(context.last, context) if context.last else frozenset[str]()
    if not packages.isdisjoint({name, ANY}):
        return True
    copied = (
        word.value for each in context.file.instructions if each.keyword in {"COPY", "ADD"} for word in each.words
    )
    return any(name in word or word.rstrip("/").endswith("/bin") for word in copied)


def _fix(instruction: Instruction, context: Context) -> Fix | None:
    """Ask the same address with Python, where nothing but its answer counts."""
    commands = context.commands(instruction)
    urls = [word.value for command in commands for word in command.args if _URL.fullmatch(word.value)]
    if len(urls) != 1 or any(command.name not in _HARMLESS or command.piped_to for command in commands):
        return None
    start, end = instruction.words[1].span.start, instruction.extent.end
    if instruction.exec is not None:
        start = instruction.body.offset(instruction.body.text.index("["))
    text = f"""["python", "-c", "import urllib.request as u; u.urlopen('{urls[0]}')"]"""
    return Fix("Ask with Python", safe=True, edits=(Edit(Span(start, end), text),))
