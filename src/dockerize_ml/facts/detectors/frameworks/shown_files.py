"""Files that a framework's command shows: Panel, Bokeh, Chainlit, Shiny, marimo, Solara, Mesop, Flet."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_module
from dockerize_ml.facts.finding.scripts import import_names, script_program
from dockerize_ml.facts.registry import framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

# What only the file to show says; helpers import the framework too.
_MARKS = {
    "bokeh": r"\bcurdoc\(\)|\.server_doc\(",
    "chainlit": r"@(?:(?:cl|chainlit)\.(?:on_\w+|set_\w+|step|author_rename|password_auth_callback)"
    r"|on_(?:chat_(?:start|end|resume)|message|stop|settings_update)\b)",
    "flet": r"\b(?:ft|flet)\.(?:app|run)\(|\b(?:app|run)\(\s*(?:target\s*=\s*)?main",
    "google-adk": r"\broot_agent\s*=",
    "locust": r"class \w+\((?:\w+\.)?(?:HttpUser|FastHttpUser|User)\)",
    "marimo": r"\b(?:marimo|mo)\.App\(",
    "mesop": r"@(?:(?:me|mesop)\.)?page\b",
    "panel": r"\.servable\(|\b(?:pn|panel)\.serve\(|\.show\(",
    "reflex": r"\b(?:rx|reflex)\.App\(",
    "shiny": r"\bApp\(|from shiny\.express import",
    "solara": r"@(?:solara\.)?component\b|^def Page\(|^Page\s*=",
}

# Its pages register themselves as the file is imported, and its module is the WSGI object.
_ITSELF_SERVED = "mesop"
_AS = re.compile(r"^import mesop(?: as (?P<alias>\w+))?[ \t]*$", re.MULTILINE)


def shown_files(survey: Survey, framework: str) -> Iterator[Program]:
    """Every file that says what only a file to show says."""
    mark = re.compile(_MARKS[framework], re.MULTILINE)
    for path in survey.source.importing(import_names(framework)):
        text = survey.source.text(path)
        found = mark.search(text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            program = script_program(survey, framework, path, Place(path, line))
            yield _AS_SHOWN.get(framework, _as_it_is)(survey, program)


def _as_it_is(_: Survey, program: Program) -> Program:
    return program


def _with_its_folder(_: Survey, program: Program) -> Program:
    """Bokeh shows a folder with a ``main.py``, its theme and its templates, under the folder's name.

    Source: https://docs.bokeh.org/en/latest/docs/user_guide/server/app.html#directory-format
    """
    folder = program.entrypoint.removesuffix("/main.py")
    return replace(program, entrypoint=folder)


def _served(survey: Survey, program: Program) -> Program:
    """The program as a server takes it: the object is the framework's module, by the name that the file gives it."""
    found = _AS.search(survey.source.text(program.file))
    if found is None:
        return program
    placed = place_module(survey, program.file)
    name = found["alias"] or _ITSELF_SERVED
    return replace(program, entrypoint=f"{placed.module}:{name}", workdir=placed.workdir, import_roots=placed.roots)


_AS_SHOWN: dict[str, Callable[[Survey, Program], Program]] = {_ITSELF_SERVED: _served, "bokeh": _with_its_folder}

for _name in _MARKS:
    framework(_name)(partial(shown_files, framework=_name))
