"""The environment variables that the program reads, and which of them have no default."""

from __future__ import annotations

import ast
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.claim import Claim
from dockerize_ml.facts.model import Confidence, Evidence
from dockerize_ml.facts.registry import detector
from dockerize_ml.facts.source.called import Called, calls
from dockerize_ml.facts.source.fallback import Fallbacks
from dockerize_ml.facts.source.values import External, OwnClass, Scope
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
    r"os\.(?:getenv|environ\.(?:get|pop))|environ\.get|decouple\.(?:config|(?:Auto)?Config\.(?:get|__call__))"
    r"|starlette\.config\.Config\.(?:get|__call__)"
    r"|(?:environs|environ)\.(?:Env|FileAwareEnv)\.\w+|dotenv\.get_key",
)
# Those of them that come to None where the variable is not set, rather than to an error.
_LENIENT = frozenset({"os.getenv", "os.environ.get", "environ.get", "dotenv.get_key"})
# Its constructor is given the types of variables, each with a default or without: ``Env(DEBUG=(bool, False))``.
_SCHEMES = frozenset({"environ.Env", "environ.FileAwareEnv"})
_SETTINGS = frozenset({"pydantic.BaseSettings", "pydantic_settings.BaseSettings", "pydantic.v1.BaseSettings"})
# Where Pydantic 2 asks for a value, too, ``Optional`` was a default of Pydantic 1.
_NEW_SETTINGS = "pydantic_settings.BaseSettings"
_OPTIONAL = re.compile(r"\bOptional\[|\bNone\b")


class Variable(NamedTuple):
    """A variable that the program reads at a place.

    Attributes:
        is_required: whether the place has no default for it.
        gives_none: whether it then comes to None there, rather than to an error.
        is_empty: whether its default is an empty text.
    """

    name: str
    is_required: bool
    at: Place
    gives_none: bool = False
    is_empty: bool = False

    @property
    def weight(self) -> int:
        """How much the program needs it: one that raises goes before one that comes to None."""
        return 2 * self.is_required - (self.is_required and self.gives_none)


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
    for variable in reads(survey, survey.program_files):
        known = best.get(variable.name)
        if known is None or variable.weight > known.weight:
            best[variable.name] = variable
    return tuple(best[name] for name in sorted(best) if name not in container_variables())


def reads(survey: Survey, files: tuple[str, ...]) -> Iterator[Variable]:
    """Every place of the files that reads a variable."""
    found = tuple(calls(survey.resolver, files, _MENTION))
    given = {each.name for called in found for each in _of_scheme(called)}
    fallbacks = cache(Fallbacks)
    for called in found:
        spared = fallbacks(called.scope.module.tree)
        yield from _of_scheme(called)
        for variable in _of_call(survey, called):
            yield variable._replace(
                is_required=variable.is_required
                and variable.name not in given
                and not spared.has(called.node, variable.name)
            )
    for path in files:
        module = survey.source.module(path) if _MENTION.search(survey.source.text(path)) else None
        if module is not None:
            yield from _of_subscripts(survey, module, fallbacks(module.tree))
            yield from _of_settings(survey, module)


def _of_scheme(called: Called) -> Iterator[Variable]:
    for keyword in called.node.keywords if called.name in _SCHEMES else ():
        match keyword:
            case ast.keyword(arg=str() as name, value=ast.Tuple(elts=[_, _])):
                yield Variable(name, is_required=False, at=Place(called.place.path, keyword.value.lineno))


def _of_call(survey: Survey, called: Called) -> Iterator[Variable]:
    option = called.argument(None, "envvar")
    if option is not None:
        yield from _named(survey, option, called.scope, is_required=False)
    if not _GETTERS.fullmatch(called.name):
        return
    default = called.argument(1, "default", "fallback")
    # None as a default is none.
    is_none = isinstance(default, ast.Constant) and default.value is None
    is_empty = isinstance(default, ast.Constant) and default.value == ""
    key = called.argument(0, "key", "var", "name", "option")
    for variable in _named(survey, key, called.scope, is_required=default is None or is_none):
        yield variable._replace(gives_none=is_none or called.name in _LENIENT, is_empty=is_empty)


def _of_subscripts(survey: Survey, module: Module, spared: Fallbacks) -> Iterator[Variable]:
    """``os.environ["NAME"]``, which fails where the variable is not set."""
    scope = Scope(module)
    for node in module.nodes:
        match node:
            case ast.Subscript(value=value, slice=key, ctx=ast.Load()):
                thing = survey.resolver.thing(value, scope)
                if isinstance(thing, External) and thing.dotted == "os.environ":
                    for variable in _named(survey, key, scope, is_required=True):
                        yield variable._replace(is_required=not spared.has(node, variable.name))


def _named(survey: Survey, node: ast.expr | None, scope: Scope, *, is_required: bool) -> Iterator[Variable]:
    folded = survey.folder.fold(node, scope)
    if node is not None and folded and isinstance(folded.value, str) and _NAME.fullmatch(folded.value):
        yield Variable(folded.value, is_required, survey.project.place(scope.module.path, node.lineno))


def _of_settings(survey: Survey, module: Module) -> Iterator[Variable]:
    """The fields of Pydantic settings, with the prefix that their configuration gives them."""
    scope = Scope(module)
    for owner in (node for node in module.nodes if isinstance(node, ast.ClassDef)):
        base = next((one for one in _bases(survey, owner, scope) if one in _SETTINGS), None)
        if base is None:
            continue
        prefix = _prefix(owner)
        for field in owner.body:
            for variable in _of_field(field, prefix, module):
                lenient = base != _NEW_SETTINGS and _OPTIONAL.search(ast.unparse(field)) is not None
                yield variable._replace(is_required=variable.is_required and not lenient)


def _bases(survey: Survey, owner: ast.ClassDef, scope: Scope) -> Iterator[str | None]:
    """The classes of other distributions that it derives from, also through classes of the project."""
    for base in owner.bases:
        match survey.resolver.thing(base, scope):
            case External(dotted=dotted):
                yield dotted
            case OwnClass() as own if own.node is not owner:
                yield survey.resolver.external_base(own)


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
        case ast.AnnAssign(target=ast.Name(id=name), annotation=kind, value=value) if _is_field(name, kind):
            alias = _alias(value)
            yield Variable(alias or f"{prefix}{name}".upper(), _is_required(value), Place(module.path, field.lineno))


def _is_field(name: str, kind: ast.expr) -> bool:
    return name != "model_config" and not name.startswith("_") and "ClassVar" not in ast.unparse(kind)


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
        case ast.Call(func=func) if ast.unparse(func).rpartition(".")[2] != "Field":
            # `app: AppSettings = AppSettings()`
            return False
        case ast.Call(args=[ast.Constant(value=first), *_]):
            return first is ...
        case ast.Call(args=[], keywords=keywords):
            return not any(keyword.arg in {"default", "default_factory"} for keyword in keywords)
    return False
