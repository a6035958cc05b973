"""Applications that are finished only where they are started: a server that imports one gets it without that."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.finding.prepared import is_empty, prepares_a_module
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.source.module import Function
from dockerize_ml.facts.source.scope import bindings, mentions, statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.finding.made import Made
    from dockerize_ml.facts.finding.starts import Start
    from dockerize_ml.facts.source.module import Module
    from dockerize_ml.facts.survey import Survey

# Calls that give an application its pages, or an extension its application.
_ADDS = frozenset(
    {
        "init_app",
        "add_api",
        "add_api_route",
        "add_namespace",
        "add_resource",
        "add_url_rule",
        "include_router",
        "register_blueprint",
    }
)
_ROUTES = frozenset({"delete", "get", "patch", "post", "put", "route", "websocket"})
# Flask's sessions, messages and forms need its secret key.
_NEEDS_KEY = r"\b(?:session|flash|login_user|FlaskForm|CSRFProtect)\b"
_SETS_KEY = r"\bsecret_key\s*=(?!=)|\bSECRET_KEY\b"
# What only shows the page to whoever sits before the machine.
_SHOWS = re.compile(r"browser|webview|window|open", re.IGNORECASE)
_MOST_HANDS = 3
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def finishes(survey: Survey, made: Made, start: Start) -> bool:
    """Whether the code around a starting call does for the application what is done nowhere else.

    It binds a name that the pages use (``model = load()`` in the ``__main__`` block), fills a module that they read,
    adds pages, sets what they read without a default, or starts what works beside them. What is started by an import
    string is imported once more, without all that.
    """
    if start.reference:
        return False
    run = _run_by(start, made)
    if not run.blocks:
        return False
    return (
        _binds(start.module, run, made.name)
        or prepares_a_module(survey, start.module, _sure(run.blocks))
        or _adds_pages(start.module, run)
        or _works_beside(start, run)
        or _sets(survey, start, run)
        or (made.framework == "dash" and _lays_out(survey, made, run))
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """The statements that only a start runs, and the functions that they stand in."""

    blocks: tuple[ast.stmt, ...]
    functions: frozenset[Function]


def _run_by(start: Start, made: Made) -> _Run:
    """What stands around the call, in the ``__main__`` block or a function, and in what only that calls."""
    module = start.module
    block = module.main_block
    guarded = block.body if block is not None else []
    if start.functions:
        outermost = start.functions[0]
        is_called = any(mentions(statement, outermost.name) for statement in guarded)
        found = [*outermost.body, *(guarded if is_called else [])]
        functions = {outermost}
    elif module.is_guarded(start.at.line or 0):
        found, functions = list(guarded), set[Function]()
    else:
        return _Run((), frozenset())
    making = {*made.instance.scope.functions}
    if functions & making or any(function.name == made.name for function in functions):
        return _Run((), frozenset())
    for _ in range(_MOST_HANDS):
        called = [each for each in _only_called(module, found, functions | making) if each.name != made.name]
        if not called:
            break
        functions.update(called)
        found.extend(statement for each in called for statement in each.body)
    return _Run(tuple(found), frozenset(functions))


def _only_called(module: Module, found: list[ast.stmt], known: set[Function]) -> Iterator[Function]:
    """Functions of the module that these statements call and that nothing else in it mentions."""
    names = {
        node.func.id
        for statement in found
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    for node in module.tree.body:
        if isinstance(node, Function) and node.name in names and node not in known and not node.decorator_list:
            others = _others(module, {*known, node})
            if not any(mentions(other, node.name) for other in others):
                yield node


def _others(module: Module, run: Iterable[Function]) -> list[ast.stmt]:
    """The statements of a module outside of its ``__main__`` block and of those functions."""
    left = {id(each) for each in run}
    return [node for node in module.tree.body if node is not module.main_block and id(node) not in left]


def _binds(module: Module, run: _Run, own: str) -> bool:
    """Whether it binds a name of the module which functions that are not a part of it use."""
    others = _others(module, run.functions)
    inside = {name for name in _bound_by(module, run) if name != own and not name.startswith("__")}
    kept = bindings([node for node in others if not isinstance(node, _DEFINITIONS)])
    defined = {node.name for node in others if isinstance(node, _DEFINITIONS)}
    elsewhere = {name for function in _functions(others) for name in _globals(function)}
    for name in inside - defined - elsewhere:
        if all(is_empty(each) for each in kept.get(name, ())) and any(_uses(each, name) for each in _outer(others)):
            return True
    return False


def _bound_by(module: Module, run: _Run) -> set[str]:
    """The module's names that it binds: in the ``__main__`` block, and by ``global``."""
    block = module.main_block
    own = [each for each in run.blocks if block is not None and each in block.body]
    found = set(bindings(list(_sure(own))))
    for function in run.functions:
        assigned = bindings(list(_sure(function.body)))
        found |= {name for name in _globals(function) if name in assigned}
    return found


def _sure(blocks: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """The simple statements and definitions that are not behind a condition: what an option asks for can be absent."""
    for statement in blocks:
        match statement:
            case ast.If() | ast.For() | ast.While() | ast.Match():
                continue
            case ast.With(body=body) | ast.AsyncWith(body=body) | ast.Try(body=body):
                yield from _sure(body)
            case _:
                yield statement


def _globals(function: ast.AST) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Global):
            yield from node.names


def _functions(nodes: Iterable[ast.stmt]) -> Iterator[Function]:
    for statement in nodes:
        for node in ast.walk(statement):
            if isinstance(node, Function):
                yield node


def _outer(nodes: Iterable[ast.stmt]) -> Iterator[Function]:
    """The functions of a module and the methods of its classes; what is defined inside of them is a part of them."""
    for statement in statements([*nodes]):
        if isinstance(statement, Function):
            yield statement
        elif isinstance(statement, ast.ClassDef):
            yield from (member for member in statement.body if isinstance(member, Function))


def _uses(function: Function, name: str) -> bool:
    """Whether it reads the name, and means the module's."""
    nodes = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == name]
    passed = {each.arg for node in ast.walk(function) if isinstance(node, ast.arguments) for each in _arguments(node)}
    return bool(nodes) and name not in passed and all(isinstance(node.ctx, ast.Load) for node in nodes)


def _arguments(node: ast.arguments) -> Iterator[ast.arg]:
    yield from (*node.posonlyargs, *node.args, *node.kwonlyargs)
    yield from (each for each in (node.vararg, node.kwarg) if each is not None)


def _adds_pages(module: Module, run: _Run) -> bool:
    """Whether it hands the application pages as nothing else does, or defines some with its decorators."""
    elsewhere = {
        ast.unparse(node)
        for other in _others(module, run.functions)
        for node in ast.walk(other)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _ADDS
    }
    for statement in _sure(run.blocks):
        for node in ast.walk(statement):
            match node:
                case ast.Call(func=ast.Attribute(attr=attr)) if attr in _ADDS and ast.unparse(node) not in elsewhere:
                    return True
                case ast.FunctionDef(decorator_list=[*decorators]) | ast.AsyncFunctionDef(decorator_list=[*decorators]):
                    if any(_is_route(each) for each in decorators):
                        return True
    return False


def _works_beside(start: Start, run: _Run) -> bool:
    """Whether it starts a thread of the project's that is there for something else than serving or showing the page."""
    serving = {function.name for function in start.functions}
    for statement in _sure(run.blocks):
        for node in ast.walk(statement):
            match node:
                case ast.Call(func=ast.Name(id="Thread") | ast.Attribute(attr="Thread"), keywords=keywords):
                    targets = [each.value for each in keywords if each.arg == "target"]
                    names = [getattr(each, "id", "") or getattr(each, "attr", "") for each in targets]
                    if any(name and name not in serving and not _SHOWS.search(name) for name in names):
                        return True
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="start")) if "sched" in name.lower():
                    return True
    return False


def _is_route(decorator: ast.expr) -> bool:
    match decorator:
        case ast.Call(func=ast.Attribute(attr=attr), args=[ast.Constant(value=str(path)), *_]):
            return attr in _ROUTES and path.startswith("/")
    return False


def _sets(survey: Survey, start: Start, run: _Run) -> bool:
    """Whether it sets what the project reads elsewhere without a default, and sets nowhere else."""
    lines = {line for each in run.blocks for line in range(each.lineno, (each.end_lineno or each.lineno) + 1)}
    texts = [
        _without(survey.source.text(path), lines) if path == start.at.path else survey.source.text(path)
        for path in survey.source.program_files
        if not why_aside(path)
    ]
    return any(_is_only_read(written, texts) for written in _written(run))


class _Written(NamedTuple):
    """How a value is read without a default, and how it is set, as patterns."""

    read: str
    set: str


def _written(run: _Run) -> Iterator[_Written]:
    """``config["SHAPE"]``, ``state.model`` and ``os.environ["MODEL"]``, to which it writes."""
    for statement in _sure(run.blocks):
        for target in statement.targets if isinstance(statement, ast.Assign) else ():
            match target:
                case (
                    ast.Attribute(attr="secret_key")
                    | ast.Subscript(value=ast.Attribute(attr="config"), slice=ast.Constant(value="SECRET_KEY"))
                ):
                    yield _Written(_NEEDS_KEY, _SETS_KEY)
                case ast.Subscript(value=ast.Attribute(attr="config"), slice=ast.Constant(value=str(key))):
                    pattern = rf"config\[\s*[\"']{re.escape(key)}[\"']\s*\]"
                    yield _Written(pattern, rf"{pattern}\s*=(?!=)")
                case ast.Attribute(value=ast.Attribute(attr="state"), attr=attr):
                    pattern = rf"state\.{re.escape(attr)}\b"
                    yield _Written(pattern, rf"{pattern}\s*=(?!=)")
                case ast.Subscript(value=ast.Attribute(attr="environ"), slice=ast.Constant(value=str(key))):
                    given = rf"[\"']{re.escape(key)}[\"']\s*"
                    pattern = rf"(?:environ(?:\.get)?|getenv)\s*[\[(]\s*{given}[\])]"
                    yield _Written(pattern, rf"environ\[\s*{given}\]\s*=(?!=)|setdefault\(\s*{given}")


def _is_only_read(written: _Written, texts: Iterable[str]) -> bool:
    found = [text for text in texts if re.search(written.read, text)]
    return bool(found) and not any(re.search(written.set, text) for text in texts)


def _lays_out(survey: Survey, made: Made, run: _Run) -> bool:
    """Whether it gives a dashboard the layout that nothing else does."""
    targets = {
        id(target)
        for statement in _sure(run.blocks)
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if _is_layout(target)
    }
    module = survey.source.module(made.path)
    written = [node for node in module.nodes if _is_layout(node)] if module else []
    return bool(targets) and all(id(node) in targets for node in written)


def _is_layout(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "layout" and isinstance(node.ctx, ast.Store)


def _without(text: str, lines: set[int]) -> str:
    return "\n".join(line for number, line in enumerate(text.split("\n"), 1) if number not in lines)
