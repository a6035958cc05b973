"""The ``docker`` client as the user set it up: called with a time limit, its refusals put in plain words."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dockerize_ml.errors import EngineError

OLDEST_ENGINE = (23, 0)

_REFUSALS = (
    ("permission denied", "You may not use the Docker socket.", "Add yourself to the group `docker`, or use `sudo`."),
    ("cannot connect", "No Docker Engine is running.", "Start Docker Desktop, or `sudo systemctl start docker`."),
    ("failed to connect", "No Docker Engine is running.", "Start Docker Desktop, or `sudo systemctl start docker`."),
    ("is the docker daemon running", "No Docker Engine is running.", "Start Docker Desktop or the docker service."),
    ("context", "The Docker context cannot be used.", "`docker context ls` shows which there are."),
)


@dataclass(frozen=True, slots=True)
class Completed:
    """How a call ended."""

    code: int
    output: str
    errors: str


@dataclass(frozen=True, slots=True)
class Client:
    """A ``docker`` client that an engine answers through; ``version`` is the engine's."""

    binary: str
    version: str

    @classmethod
    def connect(cls) -> "Client":
        """Find the client and ask the engine for its version.

        Raises:
            EngineError: there is no client, or no engine of a version that we know answers it.
        """
        binary = _find_binary()
        done = _run([binary, "version", "--format", "{{json .Server}}"], timeout=10)
        server = _json_or_none(done.output)
        if done.code or not isinstance(server, dict) or not server.get("Version"):
            raise _refusal(done)
        version = str(server["Version"])
        if _numbers(version) < OLDEST_ENGINE:
            raise EngineError(
                reason=f"Docker Engine {version} is too old: it has no BuildKit by default.",
                hint=f"Update to {OLDEST_ENGINE[0]} or newer.",
            )
        return cls(binary, version)

    def call(self, *arguments: str, timeout: float = 30, text: str | None = None) -> Completed:
        """Run ``docker`` with these arguments and take what it prints.

        Args:
            arguments: what stands behind ``docker``.
            timeout: seconds.
            text: what it reads on its standard input.

        Raises:
            EngineError: the client does not answer within ``timeout``.
        """
        return _run([self.binary, *arguments], timeout=timeout, text=text)

    def ask(self, *arguments: str, timeout: float = 30) -> str:
        """Like ``call``, for calls that have to succeed.

        Raises:
            EngineError: the call failed.
        """
        done = self.call(*arguments, timeout=timeout)
        if done.code:
            raise _refusal(done)
        return done.output

    def stream(self, *arguments: str) -> Iterator[str]:
        """Run ``docker`` and yield what it prints, line by line; the last item is its exit code in digits.

        The child is stopped when the caller stops reading.
        """
        process = subprocess.Popen(  # noqa: S603 - the binary is absolute, and no shell reads the arguments
            [self.binary, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        try:
            for line in process.stdout or ():
                yield line.rstrip("\n")
            yield str(process.wait())
        finally:
            _stop(process)
            if process.stdout is not None:
                process.stdout.close()


def _find_binary() -> str:
    """The client on PATH, never one that lies in the current folder."""
    folders = [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if Path(folder).is_absolute()]
    found = shutil.which("docker", path=os.pathsep.join(folders))
    if found is None:
        raise EngineError(reason="The `docker` client is not installed.", hint="Install Docker, then run this again.")
    return found


def _run(command: Sequence[str], timeout: float, text: str | None = None) -> Completed:
    try:
        done = subprocess.run(  # noqa: S603 - as above
            command,
            # An empty input ends at once, so that nothing waits for a person.
            input=text or "",
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise EngineError(
            reason=f"Docker did not answer `docker {' '.join(command[1:3])}` within {timeout:.0f} s.",
            hint="Look whether the engine hangs: `docker info`.",
        ) from error
    except OSError as error:
        raise EngineError(
            reason=f"`{command[0]}` cannot be started: {error.strerror}.", hint="Reinstall Docker."
        ) from error
    return Completed(done.returncode, done.stdout, done.stderr)


def _refusal(done: Completed) -> EngineError:
    said = (done.errors or done.output).strip()
    for sign, reason, hint in _REFUSALS:
        if sign in said.lower():
            return EngineError(reason=reason, hint=hint)
    last = said.splitlines()[-1] if said else f"exit code {done.code}, without a word"
    return EngineError(reason=f"Docker refused: {last}", hint="Try the same with `docker` itself to see more.")


def _stop(process: "subprocess.Popen[str]") -> None:
    if process.poll() is not None:
        return
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
        return
    process.kill()
    process.wait()


def _json_or_none(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(
        int(part)
        for part in version.split("+", maxsplit=1)[0].split("-", maxsplit=1)[0].split(".")[:2]
        if part.isdigit()
    )
