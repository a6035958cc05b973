"""Commands that run another command: how many words to pass over, or which word is a script of its own."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord


class Wrapper(NamedTuple):
    """How a command names the one it runs.

    ``valued`` are the flags that take the next word, ``skip`` the words before the command, ``only`` the sub-commands
    of which one must come first, ``not_with`` the flags with which nothing is run.
    """

    valued: frozenset[str] = frozenset()
    skip: int = 0
    only: tuple[str, ...] = ()
    not_with: frozenset[str] = frozenset()


def _wrapper(valued: str = "", *, skip: int = 0, only: str = "", not_with: str = "") -> Wrapper:
    return Wrapper(frozenset(valued.split()), skip, tuple(only.split()), frozenset(not_with.split()))


_CONDA = _wrapper("-n --name -p --prefix --cwd", only="run")
_RUNNER = _wrapper("-C -P -p --directory --project --python --with --extra --group --env-file", only="run")

WRAPPERS: dict[str, Wrapper] = {
    "env": _wrapper("-u --unset -C --chdir"),
    "exec": _wrapper("-a"),
    "command": _wrapper(not_with="-v -V"),
    "builtin": _wrapper(),
    "time": _wrapper("-f --format -o --output"),
    "nice": _wrapper("-n --adjustment"),
    "ionice": _wrapper("-c --class -n --classdata -p --pid"),
    "nohup": _wrapper(),
    "setsid": _wrapper(),
    "stdbuf": _wrapper("-i -o -e --input --output --error"),
    "timeout": _wrapper("-s --signal -k --kill-after", skip=1),
    "xargs": _wrapper("-I -n -L -P -d -a -s -E --max-args --max-procs --max-lines --delimiter --arg-file"),
    "sudo": _wrapper("-u --user -g --group -h --host -p --prompt -C -D --chdir -R -r -t -T -U"),
    "doas": _wrapper("-u -C"),
    "gosu": _wrapper(skip=1),
    "su-exec": _wrapper(skip=1),
    "setpriv": _wrapper("--reuid --regid --groups --inh-caps --ambient-caps --bounding-set --securebits"),
    "runuser": _wrapper("-u --user -g --group -G --supp-group", not_with="-c -l -"),
    "chroot": _wrapper(skip=1),
    "flock": _wrapper("-w --timeout -E", skip=1),
    "tini": _wrapper("-p -e"),
    "dumb-init": _wrapper("-r --rewrite"),
    "xvfb-run": _wrapper("-e -f -n -s -w --error-file --auth-file --server-num --server-args --wait"),
    "busybox": _wrapper(),
    "conda": _CONDA,
    "mamba": _CONDA,
    "micromamba": _CONDA,
    "uv": _RUNNER,
    "poetry": _RUNNER,
    "pdm": _RUNNER,
    "pipenv": _RUNNER,
    "hatch": _RUNNER,
}
_SHELLS = frozenset(("sh", "bash", "dash", "ash", "ksh", "zsh"))
_SHELL_VALUED = frozenset(("-o", "+o", "-O", "+O", "--rcfile", "--init-file"))
WRAPPING = frozenset((*WRAPPERS, "find"))
READING = frozenset((*_SHELLS, "su", "runuser", "eval"))
_FIND_RUNS = frozenset(("-exec", "-execdir", "-ok", "-okdir"))

"""``WRAPPING`` are the commands that run another, ``READING`` those that read a script."""


def wrapped(command: Command) -> Iterator[Command]:
    """The commands that this one runs, as far as its words say."""
    if command.name == "find":
        yield from _found(command)
        return
    wrapper = WRAPPERS.get(command.name)
    start = _start(command.words, wrapper) if wrapper else None
    if start is not None:
        yield command.narrowed(start, through=command.name)


def inner_script(command: Command) -> ShellWord | None:
    """The word that is a script: behind ``-c`` of a shell or of ``su``, or the word of ``eval``."""
    if command.name in _SHELLS:
        return _shell_script(command.words)
    if command.name in ("su", "runuser") and command.has_flag("c", "command", "session-command"):
        return _behind(command.words, ("-c", "--command", "--session-command"))
    if command.name == "eval" and len(command.words) == 2:
        return command.words[1]
    return None


def reads_input(command: Command) -> bool:
    """Whether it is a shell that reads its script from standard input."""
    if command.name not in _SHELLS or inner_script(command) is not None:
        return False
    index, words = 1, command.words
    while index < len(words):
        text = words[index].value
        if text[:1] not in ("-", "+") or text == "-":
            return text == "-"
        if not text.startswith("--") and "s" in text:
            return True
        index += 2 if text in _SHELL_VALUED else 1
    return True


def _start(words: tuple[ShellWord, ...], wrapper: Wrapper) -> int | None:
    skip, only = wrapper.skip, wrapper.only
    index = 1
    while index < len(words):
        text = words[index].value
        if text in wrapper.not_with:
            return None
        if text == "--":
            index += 1
            break
        if text.startswith("-") and text != "-":
            index += 2 if text in wrapper.valued else 1
        elif only:
            if text not in only:
                return None
            only, index = (), index + 1
        elif skip or _is_assignment(words[index]):
            skip -= not _is_assignment(words[index])
            index += 1
        else:
            break
    return index if index < len(words) and not only else None


def _is_assignment(word: ShellWord) -> bool:
    name, equals, _ = word.value.partition("=")
    return bool(equals) and name.isidentifier()


def _found(command: Command) -> Iterator[Command]:
    start: int | None = None
    for index, word in enumerate(command.words):
        if word.value in _FIND_RUNS:
            start = index + 1
        elif start is not None and word.value in (";", "+") and index > start:
            yield command.narrowed(start, index, through="find")
            start = None


def _shell_script(words: tuple[ShellWord, ...]) -> ShellWord | None:
    wanted, index = False, 1
    while index < len(words):
        text = words[index].value
        if text[:1] not in ("-", "+") or text in ("-", "--"):
            index += text == "--"
            break
        wanted = wanted or (text[0] == "-" and not text.startswith("--") and "c" in text)
        index += 2 if text in _SHELL_VALUED or (text[-1] == "o" and text[0] == "-" and text[1] != "-") else 1
    return words[index] if wanted and index < len(words) else None


def _behind(words: tuple[ShellWord, ...], flags: tuple[str, ...]) -> ShellWord | None:
    for word, following in pairwise(words):
        if word.value in flags:
            return following
    return None
