"""Whether CMD, EXPOSE and the code agree on the port."""

from collections.abc import Iterator

from dockerize_ml.engine.check import Check
from dockerize_ml.facts.model import Confidence
from dockerize_ml.knowledge.listening_defaults import listening
from dockerize_ml.validation.registry import Looked, Subject, project_check
from dockerize_ml.validation.stage import StageView
from dockerize_ml.validation.started import Started, started

_NAME = "EXPOSE names the port that it listens on"


@project_check(_NAME)
def port(subject: Subject, looked: Looked) -> Iterator[Check]:
    """What a variable decides is passed over."""
    view = StageView.last(subject.dockerfile)
    program = started(subject, view) if view else None
    listens = _listens(program, looked) if program else None
    if view is None or listens is None:
        yield Check(_NAME, "skipped", "neither CMD nor the code tells a port for sure")
        return
    number, said = listens
    exposed = view.exposed
    if not exposed:
        hint = f"Add `EXPOSE {number}`: people and tools read it there."
        yield Check(_NAME, "warning", f"{said} {number}, and there is no EXPOSE", hint=hint)
    elif number in exposed or None in exposed:
        yield Check(_NAME, "ok", f"{said} {number}")
    else:
        told = ", ".join(str(one) for one in exposed)
        yield Check(_NAME, "failed", f"{said} {number}, EXPOSE {told}", hint="Make both the same port.")


def _listens(program: Started, looked: Looked) -> tuple[int, str] | None:
    launch = program.launch
    if launch is None or "$" in program.text:
        return None
    if launch.port:
        return launch.port, f"line {program.line}: CMD says"
    if any("PORT" in name for name in program.variables):
        return None
    if launch.tool == "python":
        return _in_code(program, looked)
    known = listening(launch.tool)
    configured = {"-c", "--config", "--bind", "-b", "--listen"} & set(program.words)
    return (known.port, f"{known.name} takes") if known and not configured else None


def _in_code(program: Started, looked: Looked) -> tuple[int, str] | None:
    path = program.launch.path if program.launch else ""
    for one in looked.inspection.programs:
        if path and one.file.endswith(path) and one.port and one.port_confidence is Confidence.CERTAIN:
            at = next((f"{each.path}:{each.line} says" for each in one.port_because), f"{one.file} says")
            return one.port, at
    return None
