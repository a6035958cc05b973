"""The environment variables that the program reads, and which of them have no default."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.registry import detector
from dockerize_ml.facts.source.called import Called, calls
from dockerize_ml.facts.source.values import External, Scope
from dockerize_ml.knowledge.container_variables import container_variables
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.module import Module
    from dockerize_ml.facts.survey import Survey

_MENTION = re.compile(
    r"\b(?:environ|getenv|decouple|environs|Env|BaseSettings|starlette\.config|envvar|secrets)\b"
    # What another file made, imported by name or with a star.
    r"|\b(?:env|config)(?:\.\w+)?\("
)
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# Calls that take a variable's name first and its default second.
_GETTERS = re.compile(
    r"os\.(?:getenv|environ\.(?:get|pop))|environ\.get|decouple\.config|starlette\.config\.Config\.(?:get|__call__)"
    r"|(?:environs|environ)\.(?:Env|FileAwareEnv)\.\w+|dotenv\.get_key",
)
_SETTINGS = frozenset({"pydantic.BaseSettings", "pydantic_settings.BaseSettings", "pydantic.v1.BaseSettings"})


class Variable(NamedTuple):
    """A variable that the program reads at a place.

    Attributes:
        is_required: whether the place has no default for it.
    """

    name: str
    is_required: bool
    at: Place


@detector
def environment(survey: Survey) -> Iterator[Claim]:
    """The variables by name; the evidence says for each where it is read and whether it has a default."""
    found = variables(survey)
    if not found:
        looked = Evidence(path=".", reason="the program reads no environment variable")
        yield Claim("environment", (), Confidence.LIKELY, (looked,))
        return
    evidence = (
        Evidence(
            path=variable.at.path,
            line=variable.at.line,
            reason=f"{variable.name}, {'without a default' if variable.is_required else 'has a default'}",
        )
        for variable in found
    )
    yield Claim("environment", tuple(variable.name for variable in found), Confidence.CERTAIN, tuple(evidence))


@lru_cache(maxsize=1)
def variables(survey: Survey) -> tuple[Variable, ...]:
    """Every variable once, in the order of its name; one that is read without a default anywhere is required."""
    best: dict[str, Variable] = {}
    for variable in _reads(survey):
        known = best.get(variable.name)
        if known is None or (variable.is_required and not known.is_required):
            best[variable.name] = variable
    return tuple(best[name] for name in sorted(best) if name not in container_variables())


def _reads(survey: Survey) -> Iterator[Variable]:
    files = tuple(survey.program_files)
    for called in calls(survey.resolver, files, _MENTION):
        yield from _of_call(survey, called)
    for path in files:
        module = survey.source.module(path) if _MENTION.search(survey.source.text(path)) else None
        if module is not None:
            yield from _of_subscripts(survey, module)
            yield from _of_settings(survey, module)


def _of_call(survey: Survey, called: Called) -> Iterator[Variable]:
    option = called.argument(None, "envvar")
    if option is not None:
        yield from _named(survey, option, called.scope, is_required=False)
    if not _GETTERS.fullmatch(called.name):
        return
    default = called.argument(1, "default", "fallback")
    # ``getenv("A") or "b"`` would be told from the node around; None as a default is none.
    is_required = default is None or (isinstance(default, ast.Constant) and default.value is None)
    yield from _named(survey, called.argument(0, "key", "var", "name", "option"), called.scope, is_required=is_required)


def _of_subscripts(survey: Survey, module: Module) -> Iterator[Variable]:
    """``os.environ["NAME"]``, which fails where the variable is not set."""
    scope = Scope(module)
    for node in ast.walk(module.tree):
        match node:
            case ast.Subscript(value=value, slice=key, ctx=ast.Load()):
                thing = survey.resolver.thing(value, scope)
                if isinstance(thing, External) and thing.dotted == "os.environ":
                    yield from _named(survey, key, scope, is_required=True)


def _named(survey: Survey, node: ast.expr | None, scope: Scope, *, is_required: bool) -> Iterator[Variable]:
    folded = survey.folder.fold(node, scope)
    if node is not None and folded and isinstance(folded.value, str) and _NAME.fullmatch(folded.value):
        yield Variable(folded.value, is_required, survey.project.place(scope.module.path, node.lineno))


def _of_settings(survey: Survey, module: Module) -> Iterator[Variable]:
    """The fields of Pydantic settings, with the prefix that their configuration gives them."""
    scope = Scope(module)
    for owner in (node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)):
        bases = [survey.resolver.thing(base, scope) for base in owner.bases]
        if not any(isinstance(base, External) and base.dotted in _SETTINGS for base in bases):
            continue
        prefix = _prefix(owner)
        for field in owner.body:
            yield from _of_field(field, prefix, module)


def _prefix(owner: ast.ClassDef) -> str:
    for node in ast.walk(owner):
        match node:
            case ast.keyword(arg="env_prefix", value=ast.Constant(value=str() as prefix)):
                return prefix
            case ast.Assign(targets=[ast.Name(id="env_prefix")], value=ast.Constant(value=str() as prefix)):
                return prefix
    return ""


def _of_field(field: ast.stmt, prefix: str, module: Module) -> Iterator[Variable]:
    match field:
        case ast.AnnAssign(target=ast.Name(id=name), value=value) if name != "model_config" and not name.startswith(
            "_"
        ):
            alias = _alias(value)
            yield Variable(alias or f"{prefix}{name}".upper(), _is_required(value), Place(module.path, field.lineno))


def _alias(value: ast.expr | None) -> str | None:
    if not isinstance(value, ast.Call):
        return None
    aliases = (keyword.value for keyword in value.keywords if keyword.arg in {"env", "validation_alias", "alias"})
    return next(
        (alias.value for alias in aliases if isinstance(alias, ast.Constant) and isinstance(alias.value, str)), None
    )


def _is_required(value: ast.expr | None) -> bool:
    match value:
        case None:
            return True
        case ast.Call(args=[ast.Constant(value=first), *_]):
            return first is ...
        case ast.Call(args=[], keywords=keywords):
            return not any(keyword.arg in {"default", "default_factory"} for keyword in keywords)
    return False
