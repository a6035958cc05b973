"""Where a program does nothing without words, and ``--help`` shows which it takes."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.parts import keyword, last_name
from dockerize_ml.facts.commandline.unasked import shows_help_only
from dockerize_ml.facts.commandline.usage import works_alone
from dockerize_ml.facts.commandline.verb import Referred
from dockerize_ml.facts.commandline.verbs import verbs
from dockerize_ml.facts.source.called import Called, calls
from dockerize_ml.facts.source.values import OwnFunction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dockerize_ml.facts.commandline.verb import Verb
    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.project.place import Place

_MENTION = re.compile(r"\bargparse\b|\bclick\b|\btyper\b|\basyncclick\b|\bcloup\b|\bdocopt\b|\bfire\b")
# A command that is run where none is named; words that come from variables or a file; a program without `--help`.
_OTHERWISE = re.compile(r"\binvoke_without_command\b|\bDefaultGroup\b|\bconfigargparse\b|\badd_help_option\s*=\s*False")
_FROM_VARIABLES = re.compile(r"\b(?:auto_)?envvar")


def wordless(survey: Survey) -> Evidence | None:
    """What asks for words, of a program that somebody calls; None where it works without, or nothing tells."""
    program = survey.program
    if program is None or (program.kind, program.framework) != ("job", "script") or program.arguments or program.asks:
        return None
    files = survey.source.reachable(program.file)
    if not any(_MENTION.search(survey.source.text(path)) for path in files):
        return None
    if any(_OTHERWISE.search(survey.source.text(path)) for path in files):
        return None
    place = next(_asking(survey, program, files), None)
    return None if place is None else survey.quote(place)


def _asking(survey: Survey, program: Program, files: Sequence[str]) -> Iterator[Place]:
    found = verbs(survey, program)
    if any(verb.own is not None for verb in found):
        yield from _decorated(survey, found)
        return
    for called in calls(survey.resolver, files, _MENTION):
        # What another file does when it is run itself.
        if called.place.path == program.file or not called.scope.module.is_guarded(called.node.lineno):
            yield from _of_call(survey, called)
    if _has_help(survey, files):
        yield from _parsed(survey, found)


def _decorated(survey: Survey, found: Sequence[Verb]) -> Iterator[Place]:
    """Click and Typer: a group asks for a command, a command for what has no default."""
    named = [verb for verb in found if verb.words]
    if named:
        yield named[0].at
    elif len(found) == 1 and not _FROM_VARIABLES.search(survey.source.text(found[0].at.path)):
        yield from (option.at for option in found[0].options if option.is_required)


def _parsed(survey: Survey, found: Sequence[Verb]) -> Iterator[Place]:
    """Argparse: an argument without a default, a sub-command, or code that shows the help where none is given."""
    bare = next((verb for verb in found if not verb.words), None)
    if bare is None:
        return
    below = [verb for verb in found if verb.words]
    required = [option.at for option in bare.options if option.is_required]
    lacking = frozenset(
        name
        for verb in below
        for name, held in verb.holds.items()
        if isinstance(held, Referred) and name not in bare.holds
    )
    places = (*required, *(verb.at for verb in below), *(option.at for option in bare.options))
    if places and shows_help_only(survey, bare, lacking, frozenset(required)):
        yield places[0]


def _has_help(survey: Survey, files: Sequence[str]) -> bool:
    """Whether there is a parser with ``--help``, and none is given words that the source has."""
    parsers = False
    for node in _nodes(survey, files):
        match node:
            case ast.Call(func=func) if last_name(func) == "ArgumentParser":
                helps = keyword(node, "add_help")
                parsers = parsers or not (isinstance(helps, ast.Constant) and helps.value is False)
            case ast.Call(func=ast.Attribute(attr="parse_args"), args=[ast.List(), *_]):
                return False
            case ast.Call(func=ast.Attribute(attr="parse_args")) if isinstance(keyword(node, "args"), ast.List):
                return False
    return parsers


def _nodes(survey: Survey, files: Sequence[str]) -> Iterator[ast.AST]:
    for path in files:
        module = survey.source.module(path) if "argparse" in survey.source.text(path) else None
        if module is not None:
            yield from module.nodes


def _of_call(survey: Survey, called: Called) -> Iterator[Place]:
    """Docopt reads the usage from a text, Fire from a function."""
    match called.name:
        case "docopt.docopt" if called.argument(1, "argv") is None and called.argument(2, "help") is None:
            given = called.argument(0, "doc", "docstring")
            usage = (
                ast.get_docstring(called.scope.module.tree)
                if isinstance(given, ast.Name) and given.id == "__doc__"
                else _text(survey, given, called)
            )
            if usage and not works_alone(usage):
                yield called.place
        case "fire.Fire" | "fire.core.Fire":
            thing = survey.resolver.thing(called.argument(0, "component"), called.scope)
            if isinstance(thing, OwnFunction) and called.argument(1, "command") is None:
                arguments = thing.node.args
                if (
                    len(arguments.posonlyargs) + len(arguments.args) > len(arguments.defaults)
                    or None in arguments.kw_defaults
                ):
                    yield called.place


def _text(survey: Survey, node: ast.expr | None, called: Called) -> str:
    folded = survey.folder.fold(node, called.scope)
    return folded.value if folded and isinstance(folded.value, str) else ""
