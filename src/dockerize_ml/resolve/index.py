"""What the package index has, asked through uv: versions by their day, and wheels unpacked into a folder of ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from dockerize_ml.knowledge.pythons import minor_key, pythons
from dockerize_ml.resolve.history import Contents, History, Version
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.releases import releases
from dockerize_ml.resolve.uv import Clock, NoUvError, TimeUpError, Uv
from dockerize_ml.resolve.wheel_contents import WheelContents

# What looking through old versions may take, in seconds, for a whole run of mending.
_PATIENCE = 300.0


@contextmanager
def index_history(as_of: date | None, python: str, clock: Clock | None = None) -> Iterator[History]:
    """The index's history, for the length of a ``with``.

    Args:
        as_of: the project's own time.
        python: the minor version that wheels are looked for.
        clock: until when it may ask; a few minutes unless given.
    """
    with TemporaryDirectory(prefix="dockerize-ml-") as folder:
        index = _Index(Uv(clock or Clock.of(_PATIENCE)), Path(folder), python)
        yield History(as_of, datetime.now(UTC).date(), index.release, index.contents)


@dataclass
class _Index:
    uv: Uv
    folder: Path
    python: str
    _known: dict[tuple[str, date], Version | None] = field(default_factory=dict)

    def release(self, name: str, day: date) -> Version | None:
        """The newest version on a day; None where there was none, or nobody can be asked."""
        if (name, day) not in self._known:
            self._known[name, day] = self._asked(name, day)
        return self._known[name, day]

    def _asked(self, name: str, day: date) -> Version | None:
        try:
            found = releases(self.uv, [Ask(name, name)], day, python=self.python)
        except (NoUvError, TimeUpError):
            return None
        release = found.get(name) if isinstance(found, dict) else None
        return Version(release.version, release.uploaded or day) if release else None

    def contents(self, name: str, version: str) -> Contents | None:
        """What is in a version's wheel, for an older Python where it has none for this one; None without any."""
        older = (each.minor for each in reversed(pythons()) if each.key < minor_key(self.python))
        # One from the middle of an old version's Pythons will do.
        for python in (self.python, *islice(older, 2, None, 2)):
            # uv leaves an empty folder behind where there is no wheel.
            target = self.folder / f"{name}-{version}-{python}"
            try:
                if self.uv.unpack([f"{name}=={version}"], python, target):
                    return WheelContents(target)
            except (NoUvError, TimeUpError):
                return None
        return None
