"""Routes of a web program that a probe can ask."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.finding.made import argument
from dockerize_ml.facts.source.values import Instance, Scope
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.source.module import Call, Module
    from dockerize_ml.facts.survey import Survey

_MOST_FILES = 120
# Best first: what says that the program is up goes before what says that it is ready for traffic.
_HEALTH = (
    "health", "healthz", "healthcheck", "health-check", "health_check", "livez", "live", "liveness", "alive", "ping",
    "heartbeat", "readyz", "ready", "readiness", "status", "up",
)  # fmt: skip
_ADDS = frozenset(
    {
        "route",
        "get",
        "api_route",
        "add_url_rule",
        "add_route",
        "add_api_route",
        "add_get",
        "head",
        "view",
        "add_resource",
    }
)
_LISTS = frozenset({"path", "url", "re_path", "Route", "get", "add_resource", "Rule"})
_INCLUDES = frozenset({"include_router", "register_blueprint", "mount", "include", "blueprint", "register", "nest"})
_MENTION = re.compile(
    r"[\"']\^?/?[\w/.-]*(?:health|live|alive|ping|heartbeat|ready|readiness|status|up)[\w-]*/?\$?[\"']|[\"']/?[\"']"
    r"|@\w+\.(?:get|route)\(\s*[A-Za-z_]"
)


class Route(NamedTuple):
    """A path that answers GET, and where it is declared."""

    path: str
    at: Place


def probe_route(survey: Survey, program: Program) -> Route | None:
    """The route to probe: one named for health, else the root."""
    found = tuple(_routes(survey, program))
    for name in _HEALTH:
        named = [route for route in found if route.path.rstrip("/").rpartition("/")[2] == name]
        if named:
            return min(named, key=lambda route: (route.path.count("/"), len(route.path)))
    return next((route for route in found if route.path == "/"), None)


def _routes(survey: Survey, program: Program) -> Iterator[Route]:
    files = _files(survey, program)
    for path in files[:_MOST_FILES]:
        if not _MENTION.search(survey.source.text(path)):
            continue
        module = survey.source.module(path)
        for call in module.calls if module else ():
            yield from _route(survey, module, call, files) if module else ()


def _files(survey: Survey, program: Program) -> tuple[str, ...]:
    """What the program consists of; Django names the module of its routes by text only."""
    if program.framework == "django":
        package = program.file.rpartition("/")[0]
        urls = f"{package}/urls.py" if package else "urls.py"
        return (urls,) if urls in survey.source.layout.files else ()
    return survey.source.reachable(program.file) or (program.file,)


def _route(survey: Survey, module: Module, call: Call, files: tuple[str, ...]) -> Iterator[Route]:
    func = call.node.func
    name, names = (func.attr, _ADDS) if isinstance(func, ast.Attribute) else (getattr(func, "id", ""), _LISTS)
    written = _written_path(survey, module, call) if name in names else None
    if written is None or not _answers_get(call.node):
        return
    at = Place(module.path, call.node.lineno)
    if isinstance(func, ast.Attribute):
        if "/" not in written and (written or not _decorates(module, call.node)):
            return
        owner = survey.resolver.thing(func.value, Scope(module, call.functions))
        for prefix in _prefixes(survey, owner, files):
            yield Route(_joined(prefix, written), at)
    elif _is_view(call.node):
        yield Route(_joined("", written.lstrip("^").rstrip("$")), at)


def _decorates(module: Module, call: ast.Call) -> bool:
    """Whether it is a decorator; anything else that asks ``get`` for an empty text asks a dictionary."""
    functions = (node for node in module.nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return any(call in function.decorator_list for function in functions)


def _is_view(call: ast.Call) -> bool:
    """Whether the second argument is a view, and not a list of further routes."""
    second = call.args[1] if len(call.args) > 1 else None
    return not (isinstance(second, ast.Call) and isinstance(second.func, ast.Name) and second.func.id == "include")


def _written_path(survey: Survey, module: Module, call: Call) -> str | None:
    position = 1 if isinstance(call.node.func, ast.Attribute) and call.node.func.attr == "add_resource" else 0
    node = argument(call.node, position, "path", "rule", "uri", "route")
    folded = survey.folder.fold(node, Scope(module, call.functions)) if node is not None else None
    if folded is None or not isinstance(folded.value, str) or any(mark in folded.value for mark in "<{:*("):
        return None
    return folded.value


def _answers_get(call: ast.Call) -> bool:
    methods = argument(call, None, "methods")
    if not isinstance(methods, ast.List | ast.Tuple | ast.Set):
        return True
    return any(isinstance(item, ast.Constant) and str(item.value).upper() == "GET" for item in methods.elts)


def _prefixes(survey: Survey, owner: object, files: tuple[str, ...], depth: int = 0) -> Iterator[str]:
    """Every prefix under which a router or blueprint is reached; the empty one for the application itself."""
    if not isinstance(owner, Instance) or depth > 3:
        yield ""
        return
    own = _text(survey, argument(owner.call, None, "prefix", "url_prefix", "root_path"), owner.scope)
    last = owner.of.rpartition(".")[2]
    if "Router" not in last and "Blueprint" not in last:
        yield ""
        return
    included = False
    for path in files[:_MOST_FILES]:
        text = survey.source.text(path)
        if not any(f"{name}(" in text for name in _INCLUDES):
            continue
        module = survey.source.module(path)
        for call in module.calls if module else ():
            func = call.node.func
            if module is None or not isinstance(func, ast.Attribute) or func.attr not in _INCLUDES:
                continue
            scope = Scope(module, call.functions)
            given = (
                argument(call.node, 0, "router", "blueprint", "app")
                if func.attr != "mount"
                else argument(call.node, 1, "app")
            )
            thing = survey.resolver.thing(given, scope)
            if not isinstance(thing, Instance) or thing.call is not owner.call:
                continue
            included = True
            given_prefix = _text(survey, argument(call.node, None, "prefix", "url_prefix"), scope)
            combined = (given_prefix or own) if "Blueprint" in last else _joined(given_prefix, own).rstrip("/")
            outer = survey.resolver.thing(func.value, scope)
            yield from (_joined(prefix, combined).rstrip("/") for prefix in _prefixes(survey, outer, files, depth + 1))
    if not included:
        yield own


def _text(survey: Survey, node: ast.expr | None, scope: Scope) -> str:
    folded = survey.folder.fold(node, scope) if node is not None else None
    return folded.value if folded is not None and isinstance(folded.value, str) else ""


def _joined(prefix: str, path: str) -> str:
    inner = path.lstrip("/")
    base = prefix.strip("/")
    if not base:
        return f"/{inner}"
    return f"/{base}/{inner}" if inner else f"/{base}{'/' if path == '/' else ''}"
