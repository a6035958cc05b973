"""What can go wrong, as one tree; each branch has its exit code.

    DockerizeError                 2  anything the user can mend
    ├── UsageError                 2  options that do not go together
    ├── ConfigError                2  a setting that is unknown or has the wrong shape
    ├── ProjectError               2  the folder cannot be read or holds no Python
    │   └── ManifestError          2  a dependency file that does not follow its format
    ├── OverwriteError             2  a file is there and nobody allowed us to replace it
    ├── EngineError                3  no Docker client, no engine, or no permission
    ├── BuildError                 4  the build failed
    └── AnswerError                5  the container did not start or did not answer

Findings (exit code 1) are results, not errors. A bug of ours is any other exception: exit code 70.
Only ``cli.py`` turns these into exit codes and text.
"""

from typing import ClassVar


class DockerizeError(Exception):
    """Something the user can mend.

    Args:
        reason: what is wrong, one plain sentence.
        hint: what to do about it.
        path: the file or folder in question, as the user would type it.
        line: the line in that file, from 1.
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, *, reason: str, hint: str, path: str | None = None, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
        self.path = path
        self.line = line

    @property
    def place(self) -> str | None:
        """Where it is: ``requirements.txt:7``, ``requirements.txt``, or None."""
        if self.path is None or self.line is None:
            return self.path
        return f"{self.path}:{self.line}"


class UsageError(DockerizeError):
    """Options that do not go together, or an argument that names nothing."""


class ConfigError(DockerizeError):
    """A setting that is unknown or has the wrong shape."""


class ProjectError(DockerizeError):
    """The folder cannot be read, or holds nothing that we understand."""


class ManifestError(ProjectError):
    """A dependency file that does not follow its own format."""


class OverwriteError(DockerizeError):
    """A file is there, differs, and nobody allowed us to replace it."""


class EngineError(DockerizeError):
    """No Docker client, no running engine, or no permission to use it."""

    exit_code = 3


class BuildError(DockerizeError):
    """The image could not be built."""

    exit_code = 4


class AnswerError(DockerizeError):
    """The container did not start, or did not answer in time."""

    exit_code = 5
