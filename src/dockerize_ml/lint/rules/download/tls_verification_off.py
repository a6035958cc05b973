"""A download does not check whom it comes from.

Why:
    Without the check of its certificate anybody on the path between you and the server can answer in its place, and
    decide what goes into your image.

Before:
    FROM python:3.12
    RUN pip install --no-cache-dir --trusted-host index.example.org flask==3.0.3

After:
    FROM python:3.12
    RUN pip install --no-cache-dir flask==3.0.3
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction, Span
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule

_FLAGS = {
    "wget": frozenset({"--no-check-certificate"}),
    "curl": frozenset({"-k", "--insecure"}),
    "apt-get": frozenset({"--force-yes", "--allow-unauthenticated"}),
    "apt": frozenset({"--force-yes", "--allow-unauthenticated"}),
    "yum": frozenset({"--nogpgcheck"}),
    "dnf": frozenset({"--nogpgcheck", "--no-gpgchecks"}),
    "npm": frozenset({"--strict-ssl=false"}),
}
_LETTERS = re.compile(r"-[a-zA-Z]*k[a-zA-Z]*")
_SETTINGS = re.compile(r"(?:http\.sslverify|ssl_verify|strict-ssl)(?:[ =](?:false|0|no))?", re.IGNORECASE)
_OFF = re.compile(r"false|0|no", re.IGNORECASE)
_TRUSTED_SOURCE = "trusted=yes"
_TRUSTED_HOST = "--trusted-host"
# Whoever names a place to install from may have one without a certificate.
_PLACES = ("i", "index-url", "extra-index-url", "f", "find-links")
_CHECKS = ("sha256sum", "sha512sum", "sha1sum", "shasum", "md5sum", "gpg")
_HERE = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])")
_WORDS = (
    "trusted", "no-check-certificate", "curl", "force-yes", "allow-unauth", "nogpgcheck", "no-gpgchecks", "ssl",
    "sslVerify",
)  # fmt: skip


@rule("ML507", Level.WARNING, on="RUN", words=_WORDS, onbuild=True)
def tls_verification_off(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if context.commands(instruction, *_CHECKS):
        return
    for command in context.commands(instruction):
        for word in command.args:
            if _switches_off(command, word) and not any(_HERE.match(each.value) for each in command.args):
                message = f"`{word.value}` lets anybody on the way answer. Leave it out, or add the right certificate."
                yield Hit(word.span, message, _fix(command, word) if instruction.exec is None else None)
                break


def _switches_off(command: Command, word: ShellWord) -> bool:
    text = word.value
    if text in _FLAGS.get(command.name, ()) or text.startswith(_TRUSTED_HOST):
        return True
    if command.name == "curl" and _LETTERS.fullmatch(text):
        # Behind one of these letters stands a value: `-okeys.txt` is a file's name.
        return not any(letter in text[: text.index("k")] for letter in "oHdXuAebFTxmCEKPQrtUwyYz")
    if _TRUSTED_SOURCE in text and command.name in {"echo", "printf", "sed"}:
        return True
    return command.name in {"git", "conda", "npm", "yarn", "mamba"} and _is_setting(command, word)


def _is_setting(command: Command, word: ShellWord) -> bool:
    """Whether a setting is turned off, in one word or by the next."""
    found = _SETTINGS.fullmatch(word.value)
    if found is None:
        return False
    if "=" in word.value or " " in word.value:
        return True
    behind = command.words[command.words.index(word) + 1 :]
    return bool(behind) and _OFF.fullmatch(behind[0].value) is not None


def _fix(command: Command, word: ShellWord) -> Fix | None:
    """Drop it where the command names no place of its own: pip's usual index has a certificate."""
    flag, equals, _ = word.value.partition("=")
    at = command.words.index(word)
    last = at if equals else at + 1
    if flag != _TRUSTED_HOST or last >= len(command.words):
        return None
    if command.has_flag(*_PLACES):
        return None
    before = command.words[at - 1].span.end
    return Fix("Leave it out", safe=False, edits=(Edit(Span(before, command.words[last].span.end), ""),))
