"""The ``docker`` client as the user set it up: called with a time limit, its refusals put in plain words."""

import json
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from dockerize_ml.engine.diagnosis import known_failure
from dockerize_ml.errors import EngineError

OLDEST_ENGINE = (23, 0)

# A step of a build may say nothing for long; whether the engine is still there is asked this often meanwhile.
_SILENCE = 60.0


@dataclass(frozen=True, slots=True)
class Completed:
    """How a call ended."""

    code: int
    output: str
    errors: str


@dataclass(frozen=True, slots=True)
class Client:
    """A ``docker`` client that an engine answers through; ``version`` is the engine's.

    ``podman`` tells that Podman goes by the name of ``docker``: it has no BuildKit, and its client is the engine.
    """

    binary: str
    version: str
    podman: bool = False

    @classmethod
    def connect(cls) -> "Client":
        """Find the client and ask the engine for its version.

        Raises:
            EngineError: there is no client, or no engine of a version that we know answers it.
        """
        binary = _find_binary()
        done = _run([binary, "version", "--format", "{{json .}}"], timeout=10)
        told = _json_or_none(done.output)
        if done.code or not isinstance(told, dict):
            raise _refusal(done)
        server = told.get("Server")
        if not server and _is_podman(binary):
            return cls(binary, str((told.get("Client") or {}).get("Version", "")), podman=True)
        if not isinstance(server, dict) or not server.get("Version"):
            raise _refusal(done)
        version = str(server["Version"])
        if any(part.get("Name") == "Podman Engine" for part in server.get("Components") or ()):
            raise EngineError(
                reason="The engine behind the `docker` client is Podman, which has no BuildKit.",
                hint="Install `podman-docker`, so that Podman's own client builds, or use a Docker Engine.",
            )
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

    def stream(self, *arguments: str, silence: float = _SILENCE) -> Iterator[str]:
        """Run ``docker`` and yield what it prints, line by line; the last item is its exit code in digits.

        The child is stopped when the caller stops reading.

        Args:
            arguments: what stands behind ``docker``.
            silence: after so many seconds without a line the engine is asked whether it is still there.

        Raises:
            EngineError: it is not.
        """
        process = self._started(*arguments)
        lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()

        def read() -> None:
            for line in process.stdout or ():
                lines.put(line.decode("utf-8", "replace").rstrip("\r\n"))
            lines.put(None)

        reader = threading.Thread(target=read, daemon=True)
        reader.start()
        try:
            while True:
                try:
                    line = lines.get(timeout=silence)
                except queue.Empty:
                    self.ask("version", "--format", "{{.Server.Version}}")
                    continue
                if line is None:
                    break
                yield line
            yield str(process.wait())
        finally:
            _stop(process)
            reader.join(timeout=5)
            # What a grandchild still holds open cannot be closed while it is read.
            if not reader.is_alive():
                cast("IO[bytes]", process.stdout).close()

    @contextmanager
    def piped(self, *arguments: str, timeout: float = 600) -> Iterator[IO[bytes]]:
        """Run ``docker`` and hand over its standard output as a stream of bytes; the child ends with the block.

        After ``timeout`` seconds it is ended, and the stream breaks off.
        """
        process = self._started(*arguments, errors=subprocess.DEVNULL)
        limit = threading.Timer(timeout, process.kill)
        limit.start()
        try:
            yield cast("IO[bytes]", process.stdout)
        finally:
            limit.cancel()
            _stop(process)
            cast("IO[bytes]", process.stdout).close()

    def _started(self, *arguments: str, errors: int = subprocess.STDOUT) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # noqa: S603 - the binary is absolute, and no shell reads the arguments
            [self.binary, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors
        )


def _find_binary() -> str:
    """The client on PATH, never one that lies in the current folder."""
    folders = [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if Path(folder).is_absolute()]
    found = shutil.which("docker", path=os.pathsep.join(folders))
    if found is None:
        raise EngineError(reason="The `docker` client is not installed.", hint="Install Docker, then run this again.")
    return found


def _is_podman(binary: str) -> bool:
    return _run([binary, "--version"], timeout=10).output.lower().startswith("podman")


def _run(command: Sequence[str], timeout: float, text: str | None = None) -> Completed:
    try:
        done = subprocess.run(  # noqa: S603 - as above
            command,
            # An empty input ends at once, so that nothing waits for a person.
            input=text or "",
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise EngineError(
            reason=f"Docker did not answer `docker {' '.join(command[1:3])}` within {timeout:.0f} s: it hangs.",
            hint="See whether `docker info` answers; if not, restart the engine.",
        ) from error
    except OSError as error:
        raise EngineError(
            reason=f"`{command[0]}` cannot be started: {error.strerror}.", hint="Reinstall Docker."
        ) from error
    return Completed(done.returncode, done.stdout, done.stderr)


def _refusal(done: Completed) -> EngineError:
    said = (done.errors or done.output).strip()
    known = known_failure("engine", said)
    if known is not None:
        return EngineError(reason=known.meaning, hint=known.remedy)
    last = said.splitlines()[-1] if said else f"exit code {done.code}, without a word"
    return EngineError(reason=f"Docker refused: {last}", hint="Try the same with `docker` itself to see more.")


def _stop(process: "subprocess.Popen[bytes]") -> None:
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
