"""A build runs or unpacks what it fetched, whatever that is.

Why:
    Whoever gets hold of the server, or of the connection to it, puts a program of theirs into your image, and nobody
    notices. A checksum in the Dockerfile does: the build ends when the file is another one.

Before:
    FROM debian:12
    RUN wget -nv https://example.com/tool-1.2.deb && dpkg -i tool-1.2.deb

After:
    FROM debian:12
    RUN wget -nv https://example.com/tool-1.2.deb && sha256sum -c tool.sha256 && dpkg -i tool-1.2.deb
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.download._downloads import Download, address, downloads

_RUN_OR_UNPACKED = re.compile(
    r".*\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|zip|7z|whl|deb|rpm|apk|jar|sh|bash|run|bin|py|exe|AppImage|msi)", re.IGNORECASE
)
_KEY = re.compile(r".*(?:\.(?:gpg|asc|key|pub|pem|list|repo)|/gpg|keyring[\w.-]*\.deb|/key)", re.IGNORECASE)
_COMMIT = re.compile(r"/[0-9a-f]{40}(?:/|$)")
_CHECKS = frozenset({
    "sha256sum", "sha512sum", "sha384sum", "sha1sum", "md5sum", "shasum", "b2sum", "gpg", "gpgv", "cosign", "minisign",
    "openssl", "rhash", "sha256",
})  # fmt: skip


@rule("ML501", Level.INFO, on=("RUN", "ADD"), words=("://",), onbuild=True)
def download_without_checksum(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if instruction.keyword == "ADD":
        yield from _added(instruction)
        return
    fetched = [each for each in downloads(instruction, context) if _RUN_OR_UNPACKED.fullmatch(each.path)]
    if not fetched or context.commands(instruction, *_CHECKS) or "checksum" in instruction.body.text:
        return
    first = next((each for each in fetched if not _is_known(each)), None)
    if first is not None:
        yield Hit(first.word.span, "Nobody checks what is fetched here. Compare it with a `sha256sum` that you name.")


def _is_known(download: Download) -> bool:
    """Whether its content follows from its address, or another rule speaks of it."""
    command = download.command
    run_at_once = command.piped_to or "substitution" in command.inside
    return run_at_once or _KEY.fullmatch(download.path) is not None or _COMMIT.search(download.path) is not None


def _added(instruction: Instruction) -> Iterator[Hit]:
    if instruction.flag("checksum") is not None:
        return
    for word in instruction.words[:-1]:
        found = address(word.value)
        # A repository is no file: its version is in the part behind `#`.
        if found and not found[1].endswith(".git") and not _KEY.fullmatch(found[1]):
            yield Hit(word.span, "Nobody checks what is fetched here. Add `--checksum=sha256:…`.")
            return
