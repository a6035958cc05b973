"""Plain scripts: files that a person runs."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import place_script
from dockerize_ml.facts.finding.ports import listening, listening_program
from dockerize_ml.facts.finding.staying import stays
from dockerize_ml.facts.program import Program, Reason, evidence
from dockerize_ml.facts.registry import framework
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.knowledge.entry_names import UNKNOWN_RANK, entry_rank
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.finding.starts import Start
    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.survey import Survey

_MAIN = re.compile(
    r"^if\s*\(?\s*(?:__name__\s*==\s*['\"]__main__['\"]|['\"]__main__['\"]\s*==\s*__name__)", re.MULTILINE
)
_SHALLOW = 3
_MOST = 60
_NAMED_LIKE_A_PROGRAM = 3
_BEGINS_LIKE_A_PROGRAM = 4
# Modules that a module of a package has to use so that it is more than one of them; more than many say no more.
_FEW, _MANY = 2, 6
# What waits for a person or shows a window ends with them.
_WITH_A_PERSON = re.compile(
    r"\binput\(|\bwaitKey\(|\bpygame\b|\btkinter\b|\bPyQt\d|\bPySide\d|\bspeech_recognition\b|\bcurses\b"
)
# Servers of the standard library and its like, which are no framework.
_LISTENERS = (
    "http.server.",
    "socketserver.",
    "asyncio.start_server",
    "websockets.",
    "wsgiref.",
    "gevent.",
    "werkzeug.",
)
_SETS_UP = frozenset(
    {
        "append",
        "insert",
        "filterwarnings",
        "load_dotenv",
        "basicConfig",
        "seed",
        "set_option",
        "use",
        "simplefilter",
        "download",
    }
)


@framework("script")
def script(survey: Survey) -> Iterator[Program]:
    """Files with a ``__main__`` block, and files that do something and that nothing imports."""
    for path in _likely(survey):
        text = survey.source.text(path)
        found = _MAIN.search(text)
        if found is None and not _runs_unasked(survey, path):
            continue
        line = text.count("\n", 0, found.start()) + 1 if found else None
        placed = place_script(survey, path)
        program = Program(
            kind="worker" if stays(survey, path) and not _WITH_A_PERSON.search(text) else "job",
            framework="script",
            entrypoint=placed.path,
            workdir=placed.workdir,
            file=path,
            line=line,
            import_roots=placed.roots,
            because=(_because(survey, path, line),),
            reasons=tuple(_reasons(survey, path, has_main=found is not None)),
        )
        yield _listening(survey, program)


def _likely(survey: Survey) -> list[str]:
    """The files nearest to the root; the program of a project with hundreds of scripts is not its last."""
    shallow = [
        path for path in survey.source.program_files if path.count("/") <= _SHALLOW and not path.endswith("__init__.py")
    ]
    shallow.sort(
        key=lambda path: (why_aside(path) is not None, path.count("/"), entry_rank(path.rpartition("/")[2]), path)
    )
    return shallow[:_MOST]


def _reasons(survey: Survey, path: str, *, has_main: bool) -> Iterator[Reason]:
    if has_main:
        yield Reason(points=8, text="has a `__main__` block")
    if path.rpartition("/")[2] == "manage.py":
        yield Reason(points=-25, text="manages the program")
    rank = entry_rank(path.rpartition("/")[2])[0]
    if not has_main and rank < UNKNOWN_RANK and _only_works(survey, path):
        yield Reason(points=10, text="does its work as soon as it is run")
        return
    if not has_main and _only_defines(survey, path):
        yield Reason(points=-10, text="only defines what others call")
    folder = path.rpartition("/")[0]
    if not folder or not survey.source.layout.is_package(folder):
        return
    used = _used(survey, path) if has_main else 0
    if used >= _FEW:
        yield Reason(points=min(used, _MANY), text="puts other modules of the project to work, and none takes from it")
    # A `__main__` block in a module tries it out, unless its name says that it is run.
    elif rank > (_BEGINS_LIKE_A_PROGRAM if has_main else _NAMED_LIKE_A_PROGRAM):
        yield Reason(points=-12, text="a module of a package")


def _used(survey: Survey, path: str) -> int:
    """How many modules with something in them a file puts to work; none where another file takes from it."""
    if any(not why_aside(other) for other in survey.source.importers.get(path, ())):
        return 0
    modules = set(survey.source.reachable(path)) - {path}
    return sum(not module.endswith("__init__.py") for module in modules)


def _only_works(survey: Survey, path: str) -> bool:
    """Whether there is nothing in it that another file could take."""
    module = survey.source.module(path)
    return module is not None and not any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) for node in module.tree.body
    )


def _only_defines(survey: Survey, path: str) -> bool:
    """Whether it defines something, and running it does nothing that anybody would see."""
    module = survey.source.module(path)
    if module is None:
        return False
    own = {node.name for node in module.tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    return not _only_works(survey, path) and not any(_works(statement, own) for statement in module.tree.body)


def _works(statement: ast.stmt, own: set[str]) -> bool:
    """Whether a statement does more than to define, load or prepare; what an own function gives, it worked for."""
    match statement:
        case ast.Import() | ast.ImportFrom() | ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return False
        case ast.Expr(value=ast.Constant()) | ast.Pass():
            return False
        case ast.If(body=body, orelse=orelse):
            return any(_works(inner, own) for inner in (*body, *orelse))
        case ast.Try(body=body, handlers=handlers):
            return any(_works(inner, own) for inner in (*body, *(each for one in handlers for each in one.body)))
        case ast.Assign(value=value) | ast.AnnAssign(value=value):
            calls = (node for node in ast.walk(value or statement) if isinstance(node, ast.Call))
            return any(isinstance(call.func, ast.Name) and call.func.id in own for call in calls)
    is_alias = type(statement).__name__ == "TypeAlias"  # which Python has since 3.12
    return not is_alias and (not isinstance(statement, ast.Expr) or _does_something(statement))


def _listening(survey: Survey, program: Program) -> Program:
    """A script that opens a port without any framework."""
    starts: tuple[Start, ...] = survey.starting.get(program.file, ())
    found = listening(survey, (start for start in starts if start.by.startswith(_LISTENERS) and start.instance is None))
    if found.port is None:
        return program
    return replace(listening_program(program, found), kind="web")


def _runs_unasked(survey: Survey, path: str) -> bool:
    if survey.source.importers.get(path) or why_aside(path) or any(made.path == path for made in survey.made):
        return False
    if entry_rank(path.rpartition("/")[2])[0] <= _NAMED_LIKE_A_PROGRAM:
        return bool(survey.source.text(path).strip())
    module = survey.source.module(path)
    return module is not None and any(_does_something(statement) for statement in module.tree.body)


def _does_something(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name))):
            return name not in _SETS_UP
        case ast.For() | ast.While() | ast.With() | ast.Expr(value=ast.Await()):
            return True
    return False


def _because(survey: Survey, path: str, line: int | None) -> Evidence:
    if line is None:
        return evidence(Place(path), "a script that no other file imports")
    return survey.quote(Place(path, line))
