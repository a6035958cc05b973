"""Whether the program can be reached from outside of its container."""

import re
from collections.abc import Iterator

from dockerize_ml.engine.check import Check
from dockerize_ml.knowledge.listening_defaults import listening
from dockerize_ml.plan.opening import FOLDER
from dockerize_ml.validation.registry import Looked, Subject, project_check
from dockerize_ml.validation.stage import StageView
from dockerize_ml.validation.started import Started, started

_NAME = "it listens on every interface"
_LOOPBACK = re.compile(r"(?:.*[=/])?(?:127\.0\.0\.1|localhost|\[?::1\]?)(?::\d+)?")
_FLAG = re.compile(r"-{1,2}[\w.-]*(?:host|bind|listen|address|ip|server-name|interface)[\w.-]*|-[bhH]", re.IGNORECASE)
_HINT = "Inside a container 127.0.0.1 is the container's own: listen on 0.0.0.0."


@project_check(_NAME)
def host(subject: Subject, looked: Looked) -> Iterator[Check]:
    """The address on the command line, else the program's default, else what the code says."""
    view = StageView.last(subject.dockerfile)
    program = started(subject, view) if view else None
    told = _address(program, looked) if program else None
    if told is None:
        yield Check(_NAME, "skipped", "neither CMD nor the code tells an address")
        return
    address, said = told
    if _LOOPBACK.fullmatch(address) and FOLDER in subject.dockerfile.text:
        yield Check(_NAME, "ok", f"{said} {address}, which is every interface by {FOLDER}")
    elif _LOOPBACK.fullmatch(address):
        yield Check(_NAME, "failed", f"{said} {address}", hint=_HINT)
    else:
        yield Check(_NAME, "ok", f"{said} {address}")


def _address(program: Started, looked: Looked) -> tuple[str, str] | None:
    return _on_line(program) or _by_default(program) or _in_code(program, looked)


def _on_line(program: Started) -> tuple[str, str] | None:
    said = f"line {program.line}: CMD says"
    for position, word in enumerate(program.words[1:], 1):
        flag, equals, value = word.partition("=")
        if not _FLAG.fullmatch(flag):
            continue
        following = program.words[position + 1] if position + 1 < len(program.words) else ""
        address = value if equals else following
        if address and not address.startswith("-") and address.lower() not in {"true", "false"}:
            return address, said
    django = program.launch is not None and program.launch.tool == "django"
    return next(((word, said) for word in program.words if ":" in word), None) if django else None


def _by_default(program: Started) -> tuple[str, str] | None:
    known = listening(program.launch.tool) if program.launch else None
    if known is None or set(known.flags) & {word.partition("=")[0] for word in program.words}:
        return None
    value = program.variables.get(known.variable, "")
    if known.variable == "PORT" and value:
        return "0.0.0.0", "PORT is set, so it takes"  # noqa: S104 - what gunicorn does, not what we do
    if value:
        return value, f"{known.variable} says"
    # The program's own file of settings can say it too.
    return (known.host, f"line {program.line}: {known.name} takes, unless it is told,") if known.host else None


def _in_code(program: Started, looked: Looked) -> tuple[str, str] | None:
    path = program.launch.path if program.launch and program.launch.tool == "python" else ""
    for one in looked.inspection.programs:
        if path and one.file.endswith(path) and one.host:
            if told := program.variables.get(one.host_variable):
                return told, f"{one.host_variable} says"
            at = next((f"{each.path}:{each.line}" for each in one.host_because), one.file)
            return one.host, f"{at} binds to"
    return None
