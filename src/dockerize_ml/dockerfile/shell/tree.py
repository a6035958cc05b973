"""Commands out of tree-sitter's tree of a script, without recursion, broken scripts included."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.dockerfile.shell.raw import Around, Range, RawCommand, RawPipe, RawRedirect, RawScript

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
# What hands its place between operators on to what stands inside; anything else begins anew.
_TRANSPARENT = frozenset(
    (
        "program",
        "list",
        "pipeline",
        "redirected_statement",
        "compound_statement",
        "subshell",
        "negated_command",
        "ERROR",
    )
)
# Where a statement may stand; an assignment anywhere else is no command.
_LISTS = {
    "program",
    "list",
    "pipeline",
    "redirected_statement",
    "heredoc_redirect",
    "do_group",
    "case_item",
    "ERROR",
} | (_SCOPES.keys() - {"c_style_for_statement"})
_SUBSTITUTIONS = frozenset(("command_substitution", "process_substitution"))
_ASSIGNMENTS = frozenset(("variable_assignment", "variable_assignments"))
_COMMANDS = frozenset(("command", "declaration_command", "unset_command"))
_REDIRECTS = frozenset(("file_redirect", "herestring_redirect"))
_HANDING_DOWN = frozenset(("redirected_statement", "list", "pipeline"))
_CONDITIONS = {"if_statement": "then", "elif_clause": "then", "while_statement": "do_group"}
_BARREN = frozenset(("simple_expansion", "raw_string", "ansi_c_string", "comment"))
# Nobody writes more brackets in each other; a machine could, to keep us busy.
_DEEPEST = 200


class _Visit(NamedTuple):
    """A node, its surroundings, and what a redirected statement around it adds to it."""

    node: Node
    around: Around
    depth: int = 0
    statement: bool = True
    redirects: tuple[RawRedirect, ...] = ()
    extra: tuple[Range, ...] = ()


def read(text: str) -> RawScript:
    """Read a script without heredocs (see ``heredocs.masked``)."""
    root = _parser().parse(_NOT_PLAIN.sub(",", text).encode("ascii")).root_node
    commands: list[RawCommand] = []
    pipes: list[RawPipe] = []
    waiting = [_Visit(root, Around())]
    while waiting:
        visit = waiting.pop()
        kind = visit.node.type
        if kind in _COMMANDS:
            commands.append(_command(visit))
        elif kind in _ASSIGNMENTS and visit.statement:
            commands.append(_assignments(visit))
        elif kind == "pipeline":
            pipes += _pipes(visit)
        waiting += _inner(visit)
    commands.sort(key=_place)
    pipes.sort()
    return RawScript(tuple(commands), tuple(pipes), root.has_error)


@lru_cache(maxsize=1)
def _parser() -> Parser:
    import tree_sitter  # noqa: PLC0415 - loading the grammar takes longer than reading a small Dockerfile
    import tree_sitter_bash  # noqa: PLC0415 - as above

    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_bash.language()))


def _place(command: RawCommand) -> Range:
    return min(command.assignments + command.words)


def _pipes(visit: _Visit) -> Iterator[RawPipe]:
    for child in visit.node.children:
        if child.type in ("|", "|&"):
            yield RawPipe(child.byte_range, visit.around.inside)


def _command(visit: _Visit) -> RawCommand:
    words: list[Range] = []
    assignments: list[Range] = []
    redirects: list[RawRedirect] = []
    for child in visit.node.children:
        kind = child.type
        if kind in _REDIRECTS:
            redirect, extra = _redirect(child)
            redirects.append(redirect)
            words += extra
        elif kind == "variable_assignment" and not words:
            assignments.append(child.byte_range)
        elif words and words[-1][1] == child.start_byte:
            words[-1] = (words[-1][0], child.end_byte)
        elif kind != "comment":
            words.append(child.byte_range)
    return RawCommand((*words, *visit.extra), tuple(assignments), (*redirects, *visit.redirects), visit.around)


def _assignments(visit: _Visit) -> RawCommand:
    node = visit.node
    nodes = node.children if node.type == "variable_assignments" else [node]
    return RawCommand(visit.extra, tuple(each.byte_range for each in nodes), visit.redirects, visit.around)


def _redirect(node: Node) -> tuple[RawRedirect, tuple[Range, ...]]:
    """A redirect, and the words that the grammar wrongly takes for more targets."""
    children = node.children
    if children[0].type == "file_descriptor":
        children = children[1:]
    operator, words = (node.start_byte, children[0].end_byte), [child.byte_range for child in children[1:]]
    if not words or children[0].type.endswith("-"):
        words.insert(0, (operator[1], operator[1]))
    return RawRedirect(operator, words[0]), tuple(words[1:])


def _inner(visit: _Visit) -> Iterator[_Visit]:
    """The children worth a visit, each with its surroundings."""
    node, depth, kind = visit.node, visit.depth + 1, visit.node.type
    if kind in _BARREN or depth > _DEEPEST:
        return
    children = node.children
    if kind in _COMMANDS and not any(child.child_count for child in (*children[0].children, *children[1:])):
        return
    around = _entered(visit.around, kind)
    redirects, extra = _redirected(visit, children) if kind in _HANDING_DOWN else ((), ())
    last = max((index for index, child in enumerate(children) if child.child_count), default=0)
    condition, statement = _CONDITIONS.get(kind), kind in _LISTS
    piped = kind == "pipeline"
    for index, (child, before, after) in enumerate(_joined(children, around)):
        if child.type == condition:
            condition = None
        if not child.child_count:
            continue
        # A pipe binds closer than `&&`, also where the grammar thinks otherwise because of a redirect.
        is_first, is_last = index == 0 or kind != "list", index == last or kind != "list"
        own = Around(
            before,
            after,
            (around.piped_from and is_first) or (piped and before == "|" and index > 0),
            (around.piped_to and is_last) or (piped and after == "|"),
            around.inside | {"condition"} if condition else around.inside,
        )
        if kind == "redirected_statement" or index == last:
            yield _Visit(child, own, depth, statement, redirects, extra)
        else:
            yield _Visit(child, own, depth, statement)


def _entered(around: Around, kind: str) -> Around:
    """The surroundings inside a node of this kind."""
    before, after, piped_from, piped_to, inside = around
    if kind not in _TRANSPARENT:
        before = after = None
    if kind in _SUBSTITUTIONS:
        piped_from = piped_to = False
    scope = _SCOPES.get(kind)
    return Around(before, after, piped_from, piped_to, inside | {scope} if scope else inside)


def _redirected(visit: _Visit, children: list[Node]) -> tuple[tuple[RawRedirect, ...], tuple[Range, ...]]:
    """The redirects that a statement has for the command in it; in `a && b > x` the grammar takes both for one."""
    found = [_redirect(child) for child in children if child.type in _REDIRECTS]
    redirects = tuple(redirect for redirect, _ in found)
    return redirects + visit.redirects, tuple(word for _, words in found for word in words) + visit.extra


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
        kind = child.type
        if kind in _OPERATORS:
            last = _OPERATORS[kind]
        elif child.child_count and kind not in _REDIRECTS:
            last = ";"
    return found
