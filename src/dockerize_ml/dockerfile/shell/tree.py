"""Commands out of tree-sitter's tree of a script, without recursion, broken scripts included."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node, Parser

    from dockerize_ml.dockerfile.shell.nodes import Inside, Operator

# Every character is one byte to the grammar, so that its offsets are ours. A comma stands for what is not ASCII,
# since it is part of a word but not of a name.
_NOT_PLAIN = re.compile(r"[^\x01-\x7f]")
_OPERATORS: dict[str, Operator] = {
    "&&": "&&", "||": "||", ";": ";", "\n": ";", ";;": ";", "&": "&", "|": "|", "|&": "|",
}  # fmt: skip
_SCOPES: dict[str, Inside] = {
    "subshell": "subshell",
    "compound_statement": "group",
    "command_substitution": "substitution",
    "process_substitution": "substitution",
    "if_statement": "if",
    "elif_clause": "if",
    "else_clause": "if",
    "for_statement": "loop",
    "while_statement": "loop",
    "c_style_for_statement": "loop",
    "case_statement": "case",
    "function_definition": "function",
    "negated_command": "negation",
}
# Where a statement may stand; an assignment anywhere else is no command.
_LISTS = frozenset(("program", "list", "pipeline", "redirected_statement", "heredoc_redirect", "do_group", "case_item",
                    "ERROR", *_SCOPES)) - {"c_style_for_statement"}  # fmt: skip
# What hands its place between operators on to what stands inside; anything else begins anew.
_TRANSPARENT = frozenset(("program", "list", "pipeline", "redirected_statement", "compound_statement", "subshell",
                          "negated_command", "ERROR"))  # fmt: skip
_ASSIGNMENTS = frozenset(("variable_assignment", "variable_assignments"))
_COMMANDS = frozenset(("command", "declaration_command", "unset_command"))
_REDIRECTS = frozenset(("file_redirect", "herestring_redirect"))
_CONDITIONS = {"if_statement": "then", "elif_clause": "then", "while_statement": "do_group"}

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RawRedirect:
    """A redirect by its indices in the script."""

    operator: Range
    target: Range


@dataclass(frozen=True, slots=True)
class RawCommand:
    """A command by its indices in the script."""

    words: tuple[Range, ...]
    assignments: tuple[Range, ...]
    redirects: tuple[RawRedirect, ...]
    around: Around


@dataclass(frozen=True, slots=True)
class RawPipe:
    """A ``|`` by its indices in the script."""

    at: Range
    around: Around


@dataclass(frozen=True, slots=True)
class Around:
    """What a command stands between and inside; ``extra`` are words of its that stand behind a redirect."""

    before: Operator | None = None
    after: Operator | None = None
    piped_from: bool = False
    piped_to: bool = False
    inside: frozenset[Inside] = frozenset()
    statement: bool = True
    redirects: tuple[RawRedirect, ...] = ()
    extra: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class RawScript:
    """All of a script by indices."""

    commands: tuple[RawCommand, ...]
    pipes: tuple[RawPipe, ...]
    has_error: bool


def read(text: str) -> RawScript:
    """Read a script without heredocs (see ``heredocs.masked``)."""
    root = _parser().parse(_NOT_PLAIN.sub(",", text).encode("ascii")).root_node
    found = sorted(_walk(root), key=_place)
    return RawScript(
        tuple(item for item in found if isinstance(item, RawCommand)),
        tuple(item for item in found if isinstance(item, RawPipe)),
        root.has_error,
    )


@lru_cache(maxsize=1)
def _parser() -> Parser:
    import tree_sitter  # noqa: PLC0415 - loading the grammar takes longer than reading a small Dockerfile
    import tree_sitter_bash  # noqa: PLC0415 - as above

    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_bash.language()))


def _place(item: RawCommand | RawPipe) -> int:
    if isinstance(item, RawPipe):
        return item.at[0]
    return min(start for start, _ in (*item.assignments, *item.words))


def _walk(root: Node) -> Iterator[RawCommand | RawPipe]:
    waiting: list[tuple[Node, Around]] = [(root, Around())]
    while waiting:
        node, around = waiting.pop()
        kind = node.type
        if kind in _COMMANDS:
            yield _command(node.children, around)
        elif kind in _ASSIGNMENTS and around.statement:
            yield _assignments(node, around)
        elif kind == "pipeline":
            yield from (RawPipe(_range(child), around) for child in node.children if child.type in ("|", "|&"))
        waiting += _inner(node, around)


def _command(children: list[Node], around: Around) -> RawCommand:
    words: list[Range] = []
    assignments: list[Range] = []
    redirects: list[RawRedirect] = []
    for child in children:
        if child.type in _REDIRECTS:
            redirect, extra = _redirect(child)
            redirects.append(redirect)
            words += extra
        elif child.type == "variable_assignment" and not words:
            assignments.append(_range(child))
        elif words and words[-1][1] == child.start_byte:
            words[-1] = (words[-1][0], child.end_byte)
        elif child.type != "comment":
            words.append(_range(child))
    return RawCommand((*words, *around.extra), tuple(assignments), (*redirects, *around.redirects), around)


def _assignments(node: Node, around: Around) -> RawCommand:
    nodes = node.children if node.type == "variable_assignments" else [node]
    return RawCommand(around.extra, tuple(_range(child) for child in nodes), around.redirects, around)


def _redirect(node: Node) -> tuple[RawRedirect, tuple[Range, ...]]:
    """A redirect, and the words that the grammar wrongly takes for more targets."""
    children = node.children
    if children[0].type == "file_descriptor":
        children = children[1:]
    targets = [_range(child) for child in children[1:]] or [(node.end_byte, node.end_byte)]
    return RawRedirect((node.start_byte, children[0].end_byte), targets[0]), tuple(targets[1:])


def _inner(node: Node, around: Around) -> Iterator[tuple[Node, Around]]:
    """The children worth a visit, each with its surroundings."""
    kind = node.type
    if not node.child_count:
        return
    children = node.children
    if kind not in _TRANSPARENT:
        around = replace(around, before=None, after=None)
    if kind in ("command_substitution", "process_substitution"):
        around = replace(around, piped_from=False, piped_to=False)
    if kind in _SCOPES:
        around = replace(around, inside=around.inside | {_SCOPES[kind]})
    around = replace(around, statement=kind in _LISTS, redirects=(), extra=())
    if kind == "redirected_statement":
        found = [_redirect(child) for child in children if child.type in _REDIRECTS]
        extra = tuple(word for _, words in found for word in words)
        around = replace(around, redirects=tuple(redirect for redirect, _ in found), extra=extra)
    condition = _CONDITIONS.get(kind)
    for child, before, after in _joined(children, around):
        if child.type == condition:
            condition = None
        if not child.child_count:
            continue
        own = _placed(around, before, after, piped=kind == "pipeline", first=child == children[0])
        yield child, replace(own, inside=own.inside | {"condition"}) if condition else own


def _joined(children: list[Node], around: Around) -> Iterator[tuple[Node, Operator | None, Operator | None]]:
    """The children with the operators beside them, or those of their parent at its edges."""
    befores = _nearest(children, around.before)
    afters = reversed(_nearest(children[::-1], around.after))
    yield from zip(children, befores, afters, strict=True)


def _nearest(children: list[Node], edge: Operator | None) -> list[Operator | None]:
    found: list[Operator | None] = []
    last = edge
    for child in children:
        found.append(last)
        if child.is_named and child.child_count and child.type not in _REDIRECTS:
            last = ";"
        else:
            last = _OPERATORS.get(child.type, last)
    return found


def _placed(around: Around, before: Operator | None, after: Operator | None, *, piped: bool, first: bool) -> Around:
    return replace(
        around,
        before=before,
        after=after,
        piped_from=around.piped_from or (piped and not first),
        piped_to=around.piped_to or (piped and after == "|"),
    )


def _range(node: Node) -> Range:
    return node.start_byte, node.end_byte
