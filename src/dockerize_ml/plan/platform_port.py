"""Let a platform choose the port: it names it in a variable when it starts the container."""

import shlex
from collections.abc import Mapping
from typing import NamedTuple

# Stands for the port while the command is put together; no quote is needed around it.
PLACEHOLDER = "__PORT__"


class Told(NamedTuple):
    """A command and its variables once the port is settled; ``variable`` is empty where the command heeds none."""

    arguments: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]
    variable: str


def told_port(arguments: tuple[str, ...], environment: Mapping[str, str], variable: str, port: int | None) -> Told:
    """Put the port in; with a ``variable`` through a shell that gives way to the program, so that signals reach it.

    Args:
        arguments: the command, with the placeholder for the port.
        environment: its variables, likewise.
        variable: the one that tells the port, or empty.
        port: what counts while that variable is not set.
    """
    asked = any(PLACEHOLDER in word for word in (*arguments, *environment.values()))
    if not variable or port is None or not asked:
        plain = tuple((name, value.replace(PLACEHOLDER, str(port or ""))) for name, value in environment.items())
        return Told(tuple(word.replace(PLACEHOLDER, str(port or "")) for word in arguments), plain, "")
    expansion = f"${{{variable}:-{port}}}"
    moved = [f"{name}={value}" for name, value in environment.items() if PLACEHOLDER in value]
    words = (*(("env", *moved) if moved else ()), *arguments)
    line = " ".join(_quoted(word, expansion) for word in words)
    kept = tuple((name, value) for name, value in environment.items() if PLACEHOLDER not in value)
    return Told(("sh", "-c", f"exec {line}"), kept, variable)


def _quoted(word: str, expansion: str) -> str:
    """One word for the shell, in which nothing is expanded but the port."""
    if PLACEHOLDER not in word:
        return shlex.quote(word)
    return expansion.join(shlex.quote(part) if part else "" for part in word.split(PLACEHOLDER))
