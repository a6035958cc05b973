"""The programs that the code calls: by ``subprocess``, by a shell, or after asking where they are."""

from __future__ import annotations

import ast
import posixpath
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import CalledProgram
from dockerize_ml.facts.source.called import Called, calls
from dockerize_ml.facts.source.scope import Assigned, Parameter
from dockerize_ml.knowledge.programs import is_vain, program_owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.values import Scope
    from dockerize_ml.facts.survey import Survey

_MENTION = re.compile(
    r"\b(?:subprocess|system|popen\w*|which|create_subprocess_\w+|find_executable|spawn\w*|exec[lv]\w*|getoutput)\b"
)
_CALLS = re.compile(
    r"subprocess\.(?:run|call|Popen|check_call|check_output|getoutput|getstatusoutput)"
    r"|os\.(?:system|popen|exec[lv]p?e?|spawn[lv]p?e?)|asyncio\.(?:subprocess\.)?create_subprocess_(?:exec|shell)"
    r"|shutil\.which|distutils\.spawn\.find_executable|pexpect\.spawn|delegator\.run|invoke\.run",
)
# Words after which a shell runs another program.
_SEPARATORS = re.compile(r"&&|\|\||[;|\n]|\bsudo\b|\bnohup\b|\bexec\b|\btime\b")
_WORD = re.compile(r"[\w./+-]+")
_DEEPEST = 6


def programs_called(survey: Survey) -> tuple[CalledProgram, ...]:
    """Every program once, in the order of the source; those that slim images have are not told."""
    found: dict[str, CalledProgram] = {}
    for called in calls(survey.resolver, survey.program_files, _MENTION):
        if not _CALLS.fullmatch(called.name):
            continue
        for name in _programs(called):
            package = program_owner(name)
            if package is not None:
                found.setdefault(name, CalledProgram(name=name, package=package, evidence=survey.quote(called.place)))
    return tuple(found.values())


def _programs(called: Called) -> Iterator[str]:
    """The programs of one call, save those that have nothing to tell inside an image."""
    argument = called.argument(
        1 if "spawn" in called.name and called.name.startswith("os.") else 0, "args", "cmd", "command", "program"
    )
    words = _words(argument, called.scope)
    if called.last == "create_subprocess_exec" or called.name.startswith("os.exec"):
        words = [text for node in called.node.args for text in _words(node, called.scope)[:1]]
    if isinstance(argument, ast.List | ast.Tuple) or len(words) > 1:
        commands = [words]
    else:
        commands = [_WORD.findall(piece) for piece in _SEPARATORS.split(words[0])] if words else []
    for command in commands:
        program = posixpath.basename(command[0]) if command else ""
        if program and not any(is_vain(program, word) for word in command[1:3]):
            yield program


def _words(  # noqa: PLR0911 - one case per kind of node
    node: ast.expr | None, scope: Scope, depth: int = 0
) -> list[str]:
    """The words of a command as far as they are written out; one text for a command line."""
    if depth > _DEEPEST:
        return []
    match node:
        case ast.Constant(value=str() as text):
            return [text]
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return [text for part in parts for text in _words(part, scope, depth + 1)[:1]]
        case ast.JoinedStr(values=[ast.Constant(value=str() as text), *_]):
            return [text]
        case ast.BinOp(left=left, op=ast.Add() | ast.Mod()):
            return _words(left, scope, depth + 1)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="shlex"), attr="split"), args=[line, *_]):
            return _words(line, scope, depth + 1)
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "split")):
            return _words(value, scope, depth + 1)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str()), attr="join"), args=[parts]):
            return [" ".join(_words(parts, scope, depth + 1))]
        case ast.Name(id=name):
            return _named(name, scope, depth)
    return []


def _named(name: str, scope: Scope, depth: int) -> list[str]:
    tables = [*(scope.module.local_names(function) for function in reversed(scope.functions)), scope.module.names]
    for binding in (binding for table in tables for binding in table.get(name, ())):
        match binding:
            case Assigned(value=value, index=None) | Parameter(default=ast.expr() as value):
                return _words(value, scope, depth + 1)
    return []
