"""A command line that a class of another package reads: its words are that package's, and serve where it is told to."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.parts import keyword
from dockerize_ml.facts.finding.ports import Host, Listening, listening_program
from dockerize_ml.facts.model import Confidence
from dockerize_ml.facts.program import EVERY_INTERFACE
from dockerize_ml.facts.source.values import External, Scope
from dockerize_ml.knowledge.servers import serving_command
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.knowledge.servers import ServingCommand


def with_library_command(survey: Survey, program: Program) -> Program:
    """The program with the words that make it serve; the same where no class of its files derives from a known one.

    Args:
        survey: of the project.
        program: that is run by hand.
    """
    if program.kind != "job" or program.framework != "script" or program.arguments:
        return program
    for path in survey.source.reachable(program.file):
        module = survey.source.module(path)
        if module is None:
            continue
        for node in module.tree.body:
            for base in node.bases if isinstance(node, ast.ClassDef) else ():
                thing = survey.resolver.thing(base, Scope(module))
                known = serving_command(thing.dotted) if isinstance(thing, External) else None
                if known is not None:
                    return _told(survey, program, known, Place(path, node.lineno))
    return program


def _told(survey: Survey, program: Program, known: ServingCommand, at: Place) -> Program:
    because = survey.quote(at)
    found = _said(survey, program, known) or Listening(known.port, Confidence.LIKELY, (because,))
    told = replace(program, kind="web", arguments=known.words, because=(*program.because, because))
    return listening_program(told, found._replace(host=Host(EVERY_INTERFACE)))


def _said(survey: Survey, program: Program, known: ServingCommand) -> Listening | None:
    """The port that the program's own settings for the command name."""
    for path in survey.source.reachable(program.file):
        module = survey.source.module(path) if known.port_keyword in survey.source.text(path) else None
        if module is None:
            continue
        for call in module.calls:
            folded = survey.folder.fold(keyword(call.node, known.port_keyword), Scope(module, call.functions))
            if folded is not None and folded.port is not None:
                return Listening(folded.port, Confidence.CERTAIN, (survey.quote(folded.at),))
    return None
