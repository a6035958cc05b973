"""Which shell reads a text: from the words of SHELL, or from the script's first line."""

import re

from dockerize_ml.dockerfile.shell.nodes import Dialect

_SHELLS: dict[str, Dialect] = {
    "sh": "sh",
    "bash": "bash",
    "rbash": "bash",
    "dash": "dash",
    "ash": "ash",
    "ksh": "ksh",
    "ksh93": "ksh",
    "mksh": "ksh",
    "zsh": "zsh",
    "powershell": "powershell",
    "pwsh": "powershell",
    "cmd": "cmd",
}
_SHEBANG = re.compile(r"#![ \t]*(\S+)(?:[ \t]+([^\n]*))?")


def dialect_of(words: tuple[str, ...]) -> Dialect:
    """The shell among the words of SHELL; the first that is one, as in ``conda run -n x /bin/bash -c``."""
    for word in words:
        dialect = _SHELLS.get(program(word))
        if dialect is not None:
            return dialect
    return "other"


def program(word: str) -> str:
    """The name of a program without its folder, its ``.exe`` and capital letters."""
    return re.split(r"[/\\]", word)[-1].lower().removesuffix(".exe")


def shebang(text: str) -> tuple[str, ...]:
    """The words of ``#!…`` that a script begins with, without ``env``; none where there is no such line."""
    match = _SHEBANG.match(text)
    if match is None:
        return ()
    words = (match[1], *(match[2] or "").split())
    if program(words[0]) == "env":
        words = tuple(word for word in words[1:] if not word.startswith("-") and "=" not in word)
    return words or ("env",)
