"""Quotes and escapes taken away from a word, its variables left as they are."""

from __future__ import annotations

from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.lexer import Lexer


def unquoted(word: str, escape: str) -> str:
    """A word as the engine sees it before variables are replaced; with unclosed quotes, as it is written."""
    if "'" not in word and '"' not in word and escape not in word:
        return word
    try:
        return Lexer(word, escape).text()
    except LexError:
        return word
