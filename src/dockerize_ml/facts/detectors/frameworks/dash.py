"""Dash apps, served through the Flask server inside them."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.made import argument
from dockerize_ml.facts.finding.objects import is_started_or_handed, object_program, started_inside
from dockerize_ml.facts.finding.scripts import script_program
from dockerize_ml.facts.registry import framework
from dockerize_ml.facts.source.scope import Assigned, Imported
from dockerize_ml.facts.source.values import Instance, Member, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.finding.made import Made
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey


@framework("dash")
def dash(survey: Survey) -> Iterator[Program]:
    """``server = app.server`` where the module has it, else the attribute itself."""
    for made in survey.made:
        if made.framework != "dash":
            continue
        if made.how == "factory":
            yield script_program(survey, "dash", made.path, made.at)
        elif made.how != "imported" or is_started_or_handed(survey, made):
            program = object_program(survey, made)
            module, served, _ = program.entrypoint.partition(":")
            yield replace(program, entrypoint=f"{module}:{_server(survey, made)}") if served else program
    yield from started_inside(survey, "dash")


def _server(survey: Survey, made: Made) -> str:
    """The name in the module that stands for the app's Flask server."""
    module = survey.source.module(made.path)
    if module is None:
        return made.name
    given = argument(made.instance.call, None, "server")
    flask = survey.resolver.thing(given, made.instance.scope) if given else None
    for name, bound in module.names.items():
        if not isinstance(bound[-1], Assigned | Imported):
            continue
        thing = survey.resolver.name(name, Scope(module))
        if isinstance(thing, Member) and thing.name == "server" and thing.instance.call is made.instance.call:
            return name
        if isinstance(thing, Instance) and isinstance(flask, Instance) and thing.call is flask.call:
            return name
    is_server = _is_server_already(survey, made)
    return made.name if is_server else f"{made.name}.server"


def _is_server_already(survey: Survey, made: Made) -> bool:
    module = survey.source.module(made.path)
    bound = module.names.get(made.name) if module else None
    return bool(bound) and isinstance(bound[-1], Assigned) and isinstance(bound[-1].value, ast.Attribute)  # type: ignore[index]
