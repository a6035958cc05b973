"""The calls of uv: outside the project, without its configuration, never building anything, and never forever."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dockerize_ml.knowledge.architectures import USUAL, architecture
from dockerize_ml.resolve.places import NOWHERE_ELSE, Places

_LEAST = 1.0  # seconds; with less left a call is not worth starting
_TO_RESOLVE = 15.0  # seconds
# A project's or a shell's settings for other purposes would change the answer.
_NOT_PASSED_ON = ("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH", "PYTHONHOME")

# What it tells of its search, and of that what some release asks for.
_THINKING = re.compile(r"^DEBUG .*\n", re.MULTILINE)
_BROUGHT = re.compile(r"^DEBUG Adding transitive dependency for [^:]+: (?P<name>[A-Za-z0-9][\w.-]*)", re.MULTILINE)
# The shell's indexes, which do not count where the project names one to take instead.
_INDEXES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL")


class NoUvError(Exception):
    """There is no uv to ask."""


class TimeUpError(Exception):
    """The time that was given is over."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What uv said.

    Attributes:
        brought: where it found no set, the names of what others asked for, in the order in which it came to them.
    """

    ok: bool
    output: str
    errors: str
    brought: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """The time until which everything has to be done."""

    end: float

    @classmethod
    def of(cls, seconds: float) -> "Clock":
        """A clock that runs out in so many seconds."""
        return cls(time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """The seconds that are left."""
        return self.end - time.monotonic()

    @property
    def is_over(self) -> bool:
        """Whether so little is left that a call is not worth starting."""
        return self.left < _LEAST

    @property
    def early(self) -> "Clock":
        """A clock that runs out while there is time to resolve once more."""
        return Clock(self.end - _TO_RESOLVE)


@dataclass(frozen=True, slots=True)
class Uv:
    """A way to ask uv until the clock runs out, of the project's own places too, for the machines that it is for."""

    clock: Clock
    places: Places = NOWHERE_ELSE
    platforms: tuple[str, ...] = USUAL

    def compile(self, files: dict[str, str], options: Sequence[str]) -> Answer:
        """Resolve ``asks.in``.

        Args:
            files: by name, written into an empty folder where uv runs: ``asks.in``, ``bounds.txt``, ``uv.toml``.
            options: of ``uv pip compile``, naming those files.

        Raises:
            NoUvError: uv is not installed.
            TimeUpError: the time is over.
        """
        own = ("--python", sys.executable, "--no-python-downloads")
        quiet = ("--no-progress", "--color", "never", "--no-header")
        settings = self.places.settings + files.get("uv.toml", "")
        return self._run(["pip", "compile", "asks.in", *own, *quiet, *options], {**files, "uv.toml": settings})

    def unpack(self, requirements: Sequence[str], python: str, target: Path) -> bool:
        """Fetch the wheels of these versions and unpack them into a folder; nothing is run, and nothing is built.

        Args:
            requirements: names and exact versions.
            python: the minor version that the wheels are for.
            target: a folder that is not there yet.

        Raises:
            NoUvError: uv is not installed.
            TimeUpError: the time is over.
        """
        common = ("--python", sys.executable, "--no-progress", "--no-config", "--no-deps", "--only-binary", ":all:")
        machine = architecture(self.platforms[0]).resolver
        wanted = ("--python-version", python, "--python-platform", machine, "--target", str(target), *requirements)
        return self._run(["pip", "install", *common, *wanted], {}).ok

    def _run(self, arguments: Sequence[str], files: dict[str, str]) -> Answer:
        if self.clock.is_over:
            raise TimeUpError
        with tempfile.TemporaryDirectory(prefix="dockerize-ml-") as folder:
            for name, text in files.items():
                (Path(folder) / name).write_text(text, encoding="utf-8")
            try:
                done = subprocess.run(  # noqa: S603 - uv by its absolute path, its arguments are ours
                    [_binary(), *arguments],
                    cwd=folder,
                    env=_environment(self.places),
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    timeout=self.clock.left,
                    check=False,
                )
            except subprocess.TimeoutExpired as over:
                raise TimeUpError from over
            except OSError as trouble:
                raise NoUvError from trouble
        ok, told = done.returncode == 0, done.stderr.decode(errors="replace")
        brought = () if ok else tuple(dict.fromkeys(found["name"] for found in _BROUGHT.finditer(told)))
        return Answer(ok, done.stdout.decode(errors="replace"), _THINKING.sub("", told), brought)


def _binary() -> str:
    """The uv that came with this program, else the one on the path; an absolute path in any case."""
    try:
        from uv import find_uv_bin  # noqa: PLC0415 - only where something is resolved

        return find_uv_bin()
    except (ImportError, FileNotFoundError):
        found = shutil.which("uv")
    if found is None or not Path(found).is_absolute():
        raise NoUvError
    return found


def _environment(places: Places) -> dict[str, str]:
    hidden = (*_NOT_PASSED_ON, *(_INDEXES if places.is_instead else ()))
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    # Without these a host that cannot be reached would be tried for half a minute.
    patience = {"UV_HTTP_RETRIES": "1", "UV_HTTP_TIMEOUT": "15", "UV_HTTP_CONNECT_TIMEOUT": "2"}
    return {**kept, **patience, "LC_ALL": "C.UTF-8", "RUST_LOG": "uv_resolver=debug"}
