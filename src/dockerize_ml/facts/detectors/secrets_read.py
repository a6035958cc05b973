"""The secrets that a Streamlit program reads from ``.streamlit/secrets.toml``."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.outside import Secret
from dockerize_ml.facts.source.values import External, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.module import Module
    from dockerize_ml.facts.survey import Survey

_MENTION = re.compile(r"\bsecrets\b")
_SECRETS = "streamlit.secrets"
_METHODS = frozenset({"get", "has_key", "to_dict", "items", "keys", "values", "load_if_toml_exists"})


def secrets_read(survey: Survey) -> tuple[Secret, ...]:
    """Every secret once, in the order of the source: ``st.secrets["KEY"]``, ``.get("KEY")``, ``.KEY``."""
    found: dict[str, Secret] = {}
    for path in survey.program_files:
        module = survey.source.module(path) if _MENTION.search(survey.source.text(path)) else None
        for name, node in _names(survey, module) if module else ():
            evidence = survey.quote(survey.project.place(path, node.lineno))
            found.setdefault(name, Secret(name=name, evidence=evidence))
    return tuple(found.values())


def _names(survey: Survey, module: Module) -> Iterator[tuple[str, ast.expr]]:
    scope = Scope(module)
    for node in module.nodes:
        match node:
            case ast.Subscript(value=value, slice=ast.Constant(value=str() as name)) if _is_secrets(
                survey, value, scope
            ):
                yield name, node
            case ast.Call(
                func=ast.Attribute(value=value, attr="get"), args=[ast.Constant(value=str() as name), *_]
            ) if _is_secrets(survey, value, scope):
                yield name, node
            case ast.Attribute(value=value, attr=name) if name not in _METHODS and _is_secrets(survey, value, scope):
                yield name, node


def _is_secrets(survey: Survey, node: ast.expr, scope: Scope) -> bool:
    thing = survey.resolver.thing(node, scope)
    return isinstance(thing, External) and thing.dotted == _SECRETS
