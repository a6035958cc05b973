"""What the program's own source asks of Python: its syntax and the standard library's names that it uses."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.detectors.python.word import Bound
from dockerize_ml.facts.model import Evidence
from dockerize_ml.facts.source.unguarded import dotted, unguarded
from dockerize_ml.facts.source.unhashable import first_unhashable_default
from dockerize_ml.knowledge.python_changes import python_changes, suppliers, unhashable_defaults

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

# More files than this change nothing any more; reading them would only take time.
_MOST_FILES = 400
_PYTHON_2 = re.compile(r"^[ \t]*print[ \t]+[\"'\w%]|^[ \t]*except[ \t]+[\w.]+[ \t]*,[ \t]*\w+[ \t]*:", re.MULTILINE)
_POSTPONED = re.compile(r"^from[ \t]+__future__[ \t]+import[ \t]+.*\bannotations\b", re.MULTILINE)


class _Feature(NamedTuple):
    """A piece of syntax: the version it came with, how its text looks, and how to be sure of a node."""

    since: str
    name: str
    looks: re.Pattern[str]
    is_it: Callable[[ast.AST], bool]


def words(survey: "Survey") -> Iterator[Bound]:
    """What the program's files allow, each different bound with its first place."""
    files = survey.needed_files[:_MOST_FILES]
    old = tuple(bound for path in files if (bound := _python_2(survey, path)))
    if len(old) * 2 > len(files) or (old and old[0].evidence.path == _started(survey)):
        yield old[0]
    found = (*(bound for path in files for bound in _of_file(survey, path)), *_defaults(survey, files))
    seen: set[str] = set()
    for bound in found:
        if bound.specifier not in seen:
            seen.add(bound.specifier)
            yield bound


def _started(survey: "Survey") -> str:
    return survey.program.file if survey.program else ""


def _python_2(survey: "Survey", path: str) -> Bound | None:
    """A bound if the file is written for Python 2; a few such files beside the program are left-overs."""
    text = survey.source.text(path)
    match = _PYTHON_2.search(text)
    if match is None or survey.project.is_whole(path):
        return None
    line = text.count("\n", 0, match.start()) + 1
    return Bound("<3", Evidence(path=path, line=line, reason="is written for Python 2"))


def _of_file(survey: "Survey", path: str) -> Iterator[Bound]:
    text = survey.source.text(path)
    yield from _imports(survey, path, text)
    yield from _attributes(survey, path, text)
    yield from _syntax(survey, path, text)


def _imports(survey: "Survey", path: str, text: str) -> Iterator[Bound]:
    """Names that the file imports whatever happens; an indented import may stand in a ``try``."""
    changes = python_changes()
    lines = text.split("\n")
    for line in survey.source.lines(path):
        shown = lines[line.line - 1] if line.line <= len(lines) else ""
        if line.level or shown[:1].isspace() or survey.source.layout.locate(path, 0, line.module):
            continue
        names = [line.module, line.module.partition(".")[0], *(f"{line.module}.{name}" for name in line.names)]
        change = next((changes[name] for name in names if name in changes), None)
        if change is not None and suppliers(names[1]).isdisjoint(survey.requirements):
            yield Bound(change.specifier, Evidence(path=path, line=line.line, reason=f"{shown.strip()}: {change.says}"))


def _attributes(survey: "Survey", path: str, text: str) -> Iterator[Bound]:
    """Names that are used as ``collections.Mapping``, unless the code is ready to do without."""
    if not _attribute_pattern().search(text):
        return
    tree = survey.project.tree(path)
    at_start = frozenset(unguarded(tree, at_start=True)) if tree else frozenset[ast.AST]()
    for node in unguarded(tree) if tree else ():
        change = python_changes().get(dotted(node)) if isinstance(node, ast.Attribute) else None
        # What only Python 2 had, in a function of a file that Python 3 reads, keeps nothing from starting.
        if change is not None and (change.specifier != "<3" or node in at_start):
            yield Bound(change.specifier, Evidence(path=path, line=_first_line(node), reason=change.says))


@lru_cache
def _attribute_pattern() -> re.Pattern[str]:
    dotted = sorted((name for name in python_changes() if "." in name), reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, dotted))})\b(?!\.)")


def _defaults(survey: "Survey", files: Iterable[str]) -> Iterator[Bound]:
    """A dataclass that later Pythons refuse."""
    trees = ((path, survey.project.tree(path)) for path in files if "dataclass" in survey.source.text(path))
    found = first_unhashable_default((path, None, tree) for path, tree in trees if tree is not None)
    if found is not None:
        path, field = found
        change = unhashable_defaults()
        yield Bound(change.specifier, Evidence(path=path, line=field.lineno, reason=change.says))


def _syntax(survey: "Survey", path: str, text: str) -> Iterator[Bound]:
    postponed = _POSTPONED.search(text) is not None
    for feature in _FEATURES:
        if (postponed and feature in _ANNOTATIONS) or (feature is _OWN_FILES and path.endswith("__init__.py")):
            continue
        line = _line_of(survey, path, text, feature)
        if line is not None:
            reason = f"{feature.name} came with Python {feature.since}"
            yield Bound(f">={feature.since}", Evidence(path=path, line=line, reason=reason))


def _line_of(survey: "Survey", path: str, text: str, feature: _Feature) -> int | None:
    looks_like_it = feature.looks.search(text)
    if looks_like_it is None:
        return None
    tree = survey.project.tree(path)
    if tree is None or not survey.project.is_whole(path):
        # Our own Python may be too old for the file; the look of a statement must do then.
        return text.count("\n", 0, looks_like_it.start()) + 1 if feature.since >= "3.12" else None
    return next((_first_line(node) for node in ast.walk(tree) if feature.is_it(node)), None)


def _first_line(node: ast.AST) -> int:
    return getattr(node, "lineno", 1)


def _is_generic(node: ast.AST) -> bool:
    return type(node).__name__ == "TypeAlias" or bool(getattr(node, "type_params", ()))


def _annotations_of(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
            yield annotation
        case ast.FunctionDef(returns=ast.expr() as returns) | ast.AsyncFunctionDef(returns=ast.expr() as returns):
            yield returns


def _is_union(node: ast.AST) -> bool:
    return any(
        isinstance(part, ast.BinOp) and isinstance(part.op, ast.BitOr)
        for annotation in _annotations_of(node)
        for part in ast.walk(annotation)
    )


def _is_builtin_generic(node: ast.AST) -> bool:
    names = {"list", "dict", "tuple", "set", "frozenset", "type"}
    return any(
        isinstance(part, ast.Subscript) and isinstance(part.value, ast.Name) and part.value.id in names
        for annotation in _annotations_of(node)
        for part in ast.walk(annotation)
    )


def _has_keyword(name: str, *keywords: str) -> Callable[[ast.AST], bool]:
    def is_it(node: ast.AST) -> bool:
        match node:
            case ast.Call(func=ast.Name(id=called), keywords=given) if called == name:
                return any(keyword.arg in keywords for keyword in given)
        return False

    return is_it


def _is_remove_affix(node: ast.AST) -> bool:
    match node:
        # pandas has methods of these names on any Python: ``df["x"].str.removeprefix("a")``.
        case ast.Call(func=ast.Attribute(value=value, attr="removeprefix" | "removesuffix")):
            return not (isinstance(value, ast.Attribute) and value.attr == "str")
    return False


def _is_own_files(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id="files") | ast.Attribute(attr="files"), args=[ast.Name(id="__name__")]):
            return True
    return False


# Of a package alone before; https://docs.python.org/3/library/importlib.resources.html#importlib.resources.files
_OWN_FILES = _Feature("3.12", "`files(__name__)` of a module", re.compile(r"\bfiles\(\s*__name__\s*\)"), _is_own_files)
_UNION = _Feature("3.10", "`X | Y` in an annotation", re.compile(r"[:>][^\n#]*\w\]?[ \t]*\|[ \t]*[\w\"']"), _is_union)
_GENERIC = _Feature(
    "3.9",
    "`list[int]` in an annotation",
    re.compile(r"\b(?:list|dict|tuple|set|frozenset|type)\["),
    _is_builtin_generic,
)
_ANNOTATIONS = frozenset({_UNION, _GENERIC})
_TYPE_PARAMETERS = _Feature(
    "3.12",
    "a type parameter list",
    re.compile(r"^[ \t]*(?:type[ \t]+\w+.*=|(?:async[ \t]+)?def[ \t]+\w+\[|class[ \t]+\w+\[)", re.MULTILINE),
    _is_generic,
)
_EXCEPT_STAR = _Feature(
    "3.11",
    "`except*`",
    re.compile(r"^[ \t]*except[ \t]*\*", re.MULTILINE),
    lambda node: isinstance(node, ast.TryStar),
)
_MATCH = _Feature(
    "3.10", "`match`", re.compile(r"^[ \t]+case\b.*:", re.MULTILINE), lambda node: isinstance(node, ast.Match)
)
_STRICT_ZIP = _Feature(
    "3.10", "`zip(strict=…)`", re.compile(r"\bzip\([^\n]*strict[ \t]*="), _has_keyword("zip", "strict")
)
_SLOTS = _Feature(
    "3.10",
    "`dataclass(slots=…)`",
    re.compile(r"\bdataclass\([^\n]*(?:slots|kw_only)[ \t]*="),
    _has_keyword("dataclass", "slots", "kw_only"),
)
_REMOVE_AFFIX = _Feature("3.9", "`str.removeprefix`", re.compile(r"\.remove(?:pre|suf)fix\("), _is_remove_affix)
_WALRUS = _Feature("3.8", "`:=`", re.compile(r":="), lambda node: isinstance(node, ast.NamedExpr))
_FEATURES = (
    *(_TYPE_PARAMETERS, _OWN_FILES, _EXCEPT_STAR, _MATCH, _UNION, _STRICT_ZIP, _SLOTS),
    *(_GENERIC, _REMOVE_AFFIX, _WALRUS),
)
