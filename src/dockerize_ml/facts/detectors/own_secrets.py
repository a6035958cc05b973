"""What the program signs its sessions and tokens with, or asks of its callers, and has no default for."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.environment import Variable, variables
from dockerize_ml.facts.finding.compared import is_compared
from dockerize_ml.facts.outside import OwnSecret
from dockerize_ml.facts.source.called import calls
from dockerize_ml.knowledge.own_secrets import signers_for
from dockerize_ml.knowledge.secret_names import is_secret

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.survey import Survey

_DOTENV = ".env"
_READS_FILE = re.compile(r"\bdotenv\b|\bdecouple\b|\bread_env\b|[\"']\.env[\"']")
_FERNET = re.compile(r"\bFernet\b")
_FERNET_CALLS = frozenset({"cryptography.fernet.Fernet", "cryptography.fernet.MultiFernet"})
# What a program says of a variable that it does not go without.
_ASKS = r"\b[^\"'\n]*\b(?:required|must|missing|not set|unset)\b"
# Frameworks that sign with a setting of theirs, into which any variable may be read.
_WITH_SETTING = frozenset({"django", "flask"})


@lru_cache(maxsize=1)
def own_secrets(survey: Survey) -> tuple[OwnSecret, ...]:
    """Each with the place that reads it; none of a library, which nothing starts."""
    if survey.program is None or survey.program.kind in {"library", "notebook"}:
        return ()
    wanted = [each for each in variables(survey) if _is_wanted(survey, each)]
    asked = {each.name for each in wanted if is_secret(each.name) and is_compared(survey, each.name)}
    found = [each for each in wanted if each.name in asked or _is_own(survey, each)]
    if survey.program.framework == "django":
        # Settings that are not those of the site may ask for others.
        needed = frozenset(survey.needed_files)
        found = [each for each in found if each.at.path in needed]
    if not found:
        return ()
    encrypting = " ".join(_encrypting(survey)).casefold()
    reads_file = any(_READS_FILE.search(survey.source.text(path)) for path in survey.program_files)
    return tuple(
        OwnSecret(
            name=each.name,
            is_asked=each.name in asked,
            file=_DOTENV if reads_file else "",
            evidence=survey.quote(each.at),
        )
        for each in found
        # A key of Fernet has a form, and what it encrypted could be read by nobody any more.
        if each.name.casefold() not in encrypting
    )


def _is_wanted(survey: Survey, variable: Variable) -> bool:
    """Whether the program does not go without it: an empty text may also say that nothing is to be signed."""
    if not variable.is_empty:
        return variable.is_required
    asks = re.compile(rf"\b{re.escape(variable.name)}{_ASKS}")
    texts = (survey.source.text(path) for path in survey.program_files)
    return _is_the_frameworks(survey, variable) or any(variable.name in text and asks.search(text) for text in texts)


def _is_own(survey: Survey, variable: Variable) -> bool:
    signers = signers_for(variable.name)
    if signers is not None and (not signers or not signers.isdisjoint(_imported(survey))):
        return True
    return _is_the_frameworks(survey, variable)


def _imported(survey: Survey) -> Iterator[str]:
    """The modules that the program's files import, each with the packages around it."""
    for path in survey.program_files:
        for line in survey.source.lines(path):
            parts = line.module.split(".")
            yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))


def _is_the_frameworks(survey: Survey, variable: Variable) -> bool:
    """Whether the place reads it into the setting of Django or Flask that they sign with."""
    framework = survey.program.framework if survey.program else ""
    module = survey.source.module(variable.at.path)
    if module is None or framework not in _WITH_SETTING:
        return False
    # A name of a module is Django's setting; Flask takes those of a class, or of its own configuration.
    holders = (ast.Module, ast.ClassDef) if framework == "django" else ast.ClassDef
    for node in module.nodes:
        settings = _settings(node, node.body if isinstance(node, holders) else ())
        if any(_is_at(value, variable) for value in settings):
            return True
    return False


def _settings(node: ast.AST, held: Iterable[ast.stmt]) -> Iterator[ast.expr]:
    """What is read into the setting by this node, or by one of the statements that it holds."""
    for statement in held:
        match statement:
            case ast.Assign(targets=[ast.Name(id="SECRET_KEY")], value=value):
                yield value
            case ast.AnnAssign(target=ast.Name(id="SECRET_KEY"), value=ast.expr() as value):
                yield value
    match node:
        case ast.Assign(targets=[ast.Attribute(attr="secret_key")], value=value):
            yield value
        case ast.Assign(
            targets=[ast.Subscript(value=ast.Attribute(attr="config"), slice=ast.Constant(value="SECRET_KEY"))],
            value=value,
        ):
            yield value
        case ast.Call(func=ast.Attribute(attr="update" | "from_mapping"), keywords=keywords):
            yield from (each.value for each in keywords if each.arg == "SECRET_KEY")


def _is_at(value: ast.expr, variable: Variable) -> bool:
    """Whether an expression is the one that reads the variable, whatever is done to it."""
    line = variable.at.line or 0
    named = any(isinstance(node, ast.Constant) and node.value == variable.name for node in ast.walk(value))
    return named and value.lineno <= line <= (value.end_lineno or line)


def _encrypting(survey: Survey) -> Iterator[str]:
    """What is given to Fernet as its key, as the source says it."""
    for called in calls(survey.resolver, survey.program_files, _FERNET):
        if called.name in _FERNET_CALLS:
            yield from (ast.unparse(argument) for argument in called.node.args)
