"""What ShellCheck gets to see: the shell, the variables BuildKit defines, and the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.dockerfile.shell import shell_text
from dockerize_ml.lint.shellcheck.variables import falls_apart, is_known, known_names

if TYPE_CHECKING:
    from dockerize_ml.dockerfile.nodes import Instruction, Joined
    from dockerize_ml.dockerfile.scope import Scope
    from dockerize_ml.dockerfile.shell.nodes import Dialect
    from dockerize_ml.lint.context import Context

# The shells whose language ShellCheck knows.
_CHECKABLE: frozenset[Dialect] = frozenset(("sh", "bash", "dash", "ash", "ksh"))
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_UNPRINTABLE = re.compile(r"[\x00\ud800-\udfff]")
_REFERENCE = re.compile(r"\$\{?([A-Z_][A-Z0-9_]{3,})", re.ASCII)
_NEAR = 0.8
HEAD_LINES = 2


class ShellScript(NamedTuple):
    """A text and what decides how it is judged; equal ones are judged once.

    ``variables`` are those defined before it that it mentions, or all but mentions; ``splitting`` those of them whose
    value has blanks or wildcards in it, so that it falls apart where it is not quoted.
    """

    text: str
    dialect: Dialect
    variables: tuple[str, ...] = ()
    splitting: frozenset[str] = frozenset()

    @property
    def single_words(self) -> frozenset[str]:
        """The variables that do not fall apart."""
        return frozenset(self.variables) - self.splitting

    @property
    def content(self) -> str:
        """The file that ShellCheck reads; the text begins on the line behind the head."""
        known = [f"{name}='1 1'" if name in self.splitting else f"{name}=1" for name in self.variables]
        head = f"export {' '.join(known)}" if known else ""
        # A shebang may stand on the first line only. The mark is kept out so that every column stays where it is.
        text = f"##{self.text[2:]}" if self.text.startswith("#!") else self.text
        return f"#!/bin/{self.dialect}\n{head}\n{_UNPRINTABLE.sub('?', text)}\n"


def shell_script(instruction: Instruction, context: Context) -> tuple[ShellScript, Joined] | None:
    """What is to be checked of a RUN and where it came from; None where no shell of ours reads it."""
    if instruction.keyword != "RUN":
        return None
    source, dialect = shell_text(instruction, context.state(instruction).shell)
    if dialect not in _CHECKABLE or not source.text.strip():
        return None
    scope = context.scope(instruction)
    mentioned = {name for name in _NAME.findall(source.text) if is_known(name, scope)}
    names = tuple(sorted(mentioned | _nearly_mentioned(source.text, scope)))
    splitting = frozenset(name for name in names if falls_apart(name, scope))
    return ShellScript(source.text, dialect, names, splitting), source


def _nearly_mentioned(text: str, scope: Scope) -> set[str]:
    """Variables that one unknown to the file may be a misspelling of: ShellCheck can only suggest what it sees."""
    unknown = {name for name in _REFERENCE.findall(text) if not is_known(name, scope)}
    if not unknown:
        return set()
    from difflib import get_close_matches  # noqa: PLC0415 - few scripts mention what the file does not define

    return {near for name in unknown for near in get_close_matches(name, known_names(scope), cutoff=_NEAR)}
