"""Applications that are mounted in others, and are no programs of their own."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.made import argument, framework_name, served
from dockerize_ml.facts.source.values import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.source.module import Call
    from dockerize_ml.facts.survey import Survey

# Where the inner application stands in each call: by position, and by name.
_INNER: dict[str, tuple[int | None, str]] = {
    "mount": (1, "app"),
    "Mount": (1, "app"),
    "WSGIMiddleware": (0, "app"),
    "mount_gradio_app": (1, "blocks"),
    "DispatcherMiddleware": (1, "mounts"),
    "ingress": (0, "app"),
    "add_subapp": (1, "subapp"),
    "tree.graft": (0, "wsgi_callable"),
}


def mounted(survey: Survey) -> frozenset[int]:
    """The identities of the calls that made applications which others mount."""
    return frozenset(id(call) for call in _inner_calls(survey))


def _inner_calls(survey: Survey) -> Iterator[ast.Call]:
    paths = dict.fromkeys(made.path for made in survey.made)
    for path in paths:
        module = survey.source.module(path)
        for call in module.calls if module else ():
            scope = Scope(module, call.functions) if module else None
            for node in _inner_nodes(call):
                thing = served(survey.resolver.thing(node, scope), survey.resolver) if scope else None
                if thing is not None and framework_name(thing):
                    yield thing.call


def _inner_nodes(call: Call) -> Iterator[ast.expr]:
    func = call.node.func
    name = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
    if name in {"Dash", "DashProxy", "JupyterDash"}:
        server = argument(call.node, None, "server")
        if server is not None:
            yield server
    if name not in _INNER:
        return
    inner = argument(call.node, *_INNER[name])
    if isinstance(inner, ast.Dict):
        yield from inner.values
    elif inner is not None:
        yield inner
