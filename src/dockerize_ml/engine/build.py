"""Building an image with BuildKit."""

import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dockerize_ml.engine.build_log import BuildLog, Step
from dockerize_ml.engine.client import Client
from dockerize_ml.engine.diagnosis import known_failure
from dockerize_ml.engine.handed_over import handed_over
from dockerize_ml.errors import BuildError

_FAILED_LINE = re.compile(r"^Dockerfile:(\d+)$")
_TAIL = 15
# A client from before 2024 knows no other than plain lines.
_NO_JSON = "invalid progress mode"

# Is told the log after each of its changes, and the lines that the steps printed with it.
Watcher = Callable[[BuildLog, list[str]], None]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What ``docker build`` is told beside the folder and the tag.

    Attributes:
        arguments: ``NAME=VALUE`` for ARG.
        labels: names and values for the image.
        secrets: ``id=NAME,src=FILE`` or ``id=NAME,env=VARIABLE``: mounted for the RUN that asks, never kept.
        platforms: ``linux/amd64`` and its like; this machine's unless told.
        builder: the name of a builder; the context's own unless told.
        push: send the image to its registry.
        sbom: attach a list of what is in it.
        provenance: attach how it was built: ``true``, ``false`` or ``mode=max``.
        cache: take steps that were built before.
        pull: ask the registry for a newer base image.
    """

    arguments: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    secrets: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    builder: str | None = None
    push: bool = False
    sbom: bool = False
    provenance: str | None = None
    cache: bool = True
    pull: bool = False

    def words(self) -> Iterator[str]:
        """The options as the client takes them."""
        yield from (f"--build-arg={one}" for one in self.arguments)
        yield from (f"--label={name}={value}" for name, value in self.labels)
        yield from (f"--secret={one}" for one in self.secrets)
        if self.platforms:
            yield f"--platform={','.join(self.platforms)}"
        if self.builder:
            yield f"--builder={self.builder}"
        if self.push:
            yield "--push"
        elif self.builder:
            # A builder of its own keeps what it built to itself.
            yield "--load"
        if self.sbom:
            yield "--sbom=true"
        if self.provenance:
            yield f"--provenance={self.provenance}"
        if not self.cache:
            yield "--no-cache"
        if self.pull:
            yield "--pull"


@dataclass(frozen=True, slots=True)
class Built:
    """An image: its tag, its bytes (None where it is not on this engine), and how many seconds the build took."""

    tag: str
    size: int | None
    seconds: float


def build(client: Client, context: Path, tag: str, options: BuildOptions = BuildOptions(), *, watch: Watcher) -> Built:
    """Build the folder's Dockerfile.

    Args:
        client: the engine to build on.
        context: the folder that is sent as build context, with a ``Dockerfile`` in it.
        tag: the name of the image.
        options: what else ``docker build`` is told.
        watch: follows the build.

    Raises:
        BuildError: a step failed; its line in the Dockerfile and the end of its log are told.
    """
    begin = time.monotonic()
    # What is said comes last: it wins over what is only set here.
    here = handed_over(_text(context), os.environ)
    words = (*_podman(client), f"--tag={tag}", *here, *options.words(), str(context))
    code, log = _build(client, words, "rawjson", watch)
    if code and any(_NO_JSON in line for line in log.other):
        code, log = _build(client, words, "plain", watch)
    if code:
        raise _failure(log, str(context / "Dockerfile"))
    done = client.call("image", "inspect", "--format", "{{.Size}}", tag)
    return Built(tag, None if done.code else int(done.output), time.monotonic() - begin)


def _build(client: Client, words: tuple[str, ...], progress: str, watch: Watcher) -> tuple[int, BuildLog]:
    log, last = BuildLog(), ""
    for line in client.stream("build", f"--progress={progress}", *words):
        if last:
            watch(log, log.read(last))
        last = line
    return int(last), log


def _text(context: Path) -> str:
    try:
        return (context / "Dockerfile").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _podman(client: Client) -> tuple[str, ...]:
    """Podman's own format of images knows no health check."""
    return ("--format=docker",) if client.podman else ()


def _failure(log: BuildLog, dockerfile: str) -> BuildError:
    step = log.failed
    # Before anything is built the client has only its last words; plain progress keeps all of them.
    printed = list(step.lines) if step else [line for line in log.other if not line.startswith("ERROR: ")]
    at = next((int(found[1]) for line in log.other if (found := _FAILED_LINE.match(line))), None)
    said = [line for line in printed if line.strip()][-_TAIL:]
    known = known_failure("build", "\n".join([*printed, step.error if step else ""]))
    known = known or known_failure("build", "\n".join(log.other))
    return BuildError(
        path=dockerfile,
        line=at,
        reason="\n".join([_what(step, log), *(["The end of its log:", *said] if said else [])]),
        hint=f"{known.meaning} {known.remedy}" if known else "Mend the step above, then run this again.",
    )


def _what(step: Step | None, log: BuildLog) -> str:
    """What failed, in a line."""
    if step is not None:
        what = f"`{step.instruction}`" if step.numbered else "The build"
        return f"{what} failed: {_short(step.error)}"
    refused = next((line for line in reversed(log.other) if line.startswith("ERROR: ")), "")
    told = refused.removeprefix("ERROR: ").removeprefix("failed to build: ").removeprefix("failed to solve: ")
    return f"The build failed: {told}" if told else "The build failed."


def _short(error: str) -> str:
    """BuildKit's sentence without the command, which the Dockerfile's line shows."""
    return re.sub(r'^process "(?s:.*)" did not complete successfully: ', "", error) + "."
