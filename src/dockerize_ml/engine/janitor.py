"""A program that outlives a command and removes what it left on the engine, however the command ended.

It stands by itself: it is started as ``python -I janitor.py DOCKER SESSION`` with a pipe as its standard input. When
the command ends, the pipe does; if the word ``done`` came through it first, nothing is left to do.
"""

import subprocess
import sys
import time

LABEL = "dockerize-ml.run"
REPOSITORY = "dockerize-ml-run"
DONE = "done"
_PATIENCE = 600.0
# What a client asked for when the command died may be made seconds later, on a busy engine: it looks again after
# 1, 2, 4, 8 and 16 seconds.
_QUIET_LOOKS = 6


def main(docker: str, session: str) -> None:
    """Wait for the command's end, then remove what is left until nothing comes any more."""
    if sys.stdin.read().endswith(DONE):
        return
    begin, quiet, pause = time.monotonic(), 0, 1
    while quiet < _QUIET_LOOKS and time.monotonic() - begin < _PATIENCE:
        found = sweep(docker, session)
        # An engine that was lost may come back with all that it had.
        quiet = quiet + 1 if found == 0 else 0
        time.sleep(pause)
        pause = 1 if found else min(pause * 2, 20)


def sweep(docker: str, session: str) -> int | None:
    """Remove the session's containers with their volumes, and its image.

    Returns:
        How many there were; None where the engine does not answer, or something could not be removed yet.
    """
    containers = _words(docker, "ps", "--all", "--quiet", "--filter", f"label={LABEL}={session}")
    images = _words(docker, "image", "ls", "--quiet", f"{REPOSITORY}:{session}")
    if containers is None or images is None:
        return None
    removed = [_words(docker, "rm", "--force", "--volumes", *containers)] if containers else []
    if images:
        # Without --force: it would only take the name from an image that a container still holds.
        removed.append(_words(docker, "image", "rm", f"{REPOSITORY}:{session}"))
    return None if None in removed else len(containers) + len(images)


def _words(docker: str, *arguments: str) -> list[str] | None:
    try:
        done = subprocess.run(  # noqa: S603 - the path of the client comes from the command that it looks after
            [docker, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if done.returncode else done.stdout.split()


if __name__ == "__main__":
    main(*sys.argv[1:])
