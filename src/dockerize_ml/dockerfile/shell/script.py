"""The one entrance: from an instruction to the commands it runs."""

import re
from functools import lru_cache

from dockerize_ml.dockerfile.nodes import Instruction, Joined, Span, Word
from dockerize_ml.dockerfile.shell.commands import Text, read, run_by
from dockerize_ml.dockerfile.shell.dialect import dialect_of, shebang
from dockerize_ml.dockerfile.shell.nodes import READABLE, Command, Dialect, Script, ShellWord, base_name
from dockerize_ml.dockerfile.shell.source import chain, cut, json_string, whole

DEFAULT_SHELL = ("/bin/sh", "-c")

_HEREDOC_ALONE = re.compile(r"\s*\d*<<-?\s*(['\"]?)[^\s'\"|&;<>()]+\1\s*")
_PROBE = re.compile(r"CMD\s+", re.IGNORECASE)


def read_script(instruction: Instruction, shell: tuple[str, ...] = DEFAULT_SHELL) -> Script:
    """The commands of RUN, CMD, ENTRYPOINT, HEALTHCHECK or what ONBUILD holds; ``shell`` are the words of SHELL."""
    if instruction.trigger is not None:
        return read_script(instruction.trigger, shell)
    if instruction.exec is not None:
        return _exec_form(instruction.exec, instruction.body)
    return _shell_form(_source(instruction), shell)


def shell_text(instruction: Instruction, shell: tuple[str, ...] = DEFAULT_SHELL) -> tuple[Joined, Dialect]:
    """What the shell is given, and which shell that is, without reading the commands."""
    if instruction.trigger is not None:
        return shell_text(instruction.trigger, shell)
    if instruction.exec is not None:
        return instruction.body, "exec"
    source = _source(instruction)
    return source, _dialect(source.text, shell)


def _source(instruction: Instruction) -> Joined:
    """What the shell is given: the line and the heredocs, or a heredoc that stands alone."""
    body = instruction.body
    probe = _PROBE.match(body.text) if instruction.keyword == "HEALTHCHECK" else None
    if probe:
        body = cut(body, probe.end(), len(body.text))
    if not instruction.heredocs:
        return body
    if len(instruction.heredocs) == 1 and _HEREDOC_ALONE.fullmatch(body.text):
        heredoc = instruction.heredocs[0]
        return whole(heredoc.body, heredoc.body_span)
    parts = [body]
    for heredoc in instruction.heredocs:
        end = Span(heredoc.body_span.end, heredoc.body_span.end)
        parts += [whole("\n", heredoc.body_span) if len(parts) == 1 else whole("", end)]
        parts += [whole(heredoc.body, heredoc.body_span), whole(heredoc.name + "\n", end)]
    return chain(parts)


@lru_cache(maxsize=1024)
def _shell_form(source: Joined, shell: tuple[str, ...]) -> Script:
    """Read once, since many rules ask for the same instruction."""
    dialect = _dialect(source.text, shell)
    if dialect not in READABLE:
        return Script(source, dialect)
    options = frozenset(shebang(source.text)[1:] or shell[1:])
    reading = read(Text(source, options=options))
    return Script(source, dialect, reading.commands, reading.pipes, reading.has_error)


def _dialect(text: str, shell: tuple[str, ...]) -> Dialect:
    return dialect_of(shebang(text)[:1] or shell)


def _exec_form(words: tuple[Word, ...], body: Joined) -> Script:
    """The JSON form: the words are known as they are, and no shell looks at them."""
    if not words:
        return Script(body, "exec")
    known = tuple(_known(word) for word in words)
    command = Command(base_name(known[0]), known, Span(words[0].span.start, words[-1].span.end))
    reading = run_by([command])
    return Script(body, "exec", reading.commands, reading.pipes)


def _known(word: Word) -> ShellWord:
    source = json_string(word)
    return ShellWord(word.value, literal=True, origin=source, start=0, end=len(source.text))
