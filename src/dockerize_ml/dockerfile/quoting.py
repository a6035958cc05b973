"""Quotes and escapes taken away from a word, its variables left as they are."""

from __future__ import annotations

import re

from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.lexer import Lexer

# Nothing is tried twice (`++`), or a long word with one odd quote would take for ever.
# Both escape characters are left out, so that the pattern holds whatever the escape directive says.
_SIMPLE = re.compile(r"""(?:[^'"$\\`]++|"[^"$\\`]*+"|'[^']*+')*+""")
_QUOTED = re.compile(r"""(['"])([^'"]*)\1""")
_ONE_KIND = re.compile(r"""[^']*|[^"]*""")


def is_simple(text: str) -> bool:
    """Whether a text has no variables, no escapes, and all its quotes closed."""
    return _SIMPLE.fullmatch(text) is not None


def unquoted(word: str, escape: str) -> str:
    """A word as the engine sees it before variables are replaced; with unclosed quotes, as it is written."""
    if "'" not in word and '"' not in word and escape not in word:
        return word
    if _ONE_KIND.fullmatch(word) and is_simple(word):
        return _QUOTED.sub(r"\2", word)
    try:
        return Lexer(word, escape).text()
    except LexError:
        return word
