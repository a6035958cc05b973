"""Known vulnerabilities of exact versions, as pip-audit tells them where somebody installed it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from packaging.version import InvalidVersion, Version

from dockerize_ml.project.shape import mapping, sequence, text

_SECONDS = 30.0
_OPTIONS = ("--disable-pip", "--no-deps", "--format=json", "--progress-spinner=off", "--desc=off", "--aliases=off")
# Its own settings for other purposes would change what it prints, or where.
_NOT_PASSED_ON = ("PYTHONPATH", "PIP_AUDIT_FORMAT", "PIP_AUDIT_OUTPUT", "PIP_AUDIT_DESC")


class NoAuditError(Exception):
    """Nothing is known of vulnerabilities, and why."""


@dataclass(frozen=True, slots=True)
class Vulnerable:
    """A version with known vulnerabilities.

    Attributes:
        ids: theirs, as the database has them.
        fixed: the lowest version that has none of them; empty where there is none yet.
    """

    name: str
    version: str
    ids: tuple[str, ...]
    fixed: str


@dataclass(frozen=True, slots=True)
class Audit:
    """What is known of a set: how many versions were looked up, and those with vulnerabilities, the worst first."""

    checked: int
    vulnerable: tuple[Vulnerable, ...]


def audit(pins: Sequence[str], tell: Callable[[str], None]) -> Audit:
    """Look up every ``name==version``; nothing but these is told to anybody, and nothing is installed.

    Raises:
        NoAuditError: pip-audit is not installed, its database cannot be asked, or that takes too long.
    """
    if find_spec("pip_audit") is None:
        raise NoAuditError("`pip install 'dockerize-ml[audit]'` brings pip-audit, which tells")
    tell(f"{len(pins)} versions")
    with tempfile.TemporaryDirectory(prefix="dockerize-ml-") as folder:
        (Path(folder) / "pins.txt").write_text("".join(f"{pin}\n" for pin in pins), encoding="utf-8")
        try:
            done = subprocess.run(  # noqa: S603 - our own Python, and a list that we wrote
                [sys.executable, "-P", "-m", "pip_audit", "--requirement=pins.txt", "--cache-dir=cache", *_OPTIONS],
                cwd=folder,
                env={name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as over:
            raise NoAuditError(f"pip-audit took longer than {_SECONDS:.0f} s") from over
    return _read(done.stdout.decode(errors="replace"))


def _read(told: str) -> Audit:
    try:
        document: object = json.loads(told)
    except ValueError as trouble:
        raise NoAuditError("pip-audit could not ask its database") from trouble
    known = [row for row in map(mapping, sequence(mapping(document).get("dependencies"))) if "vulns" in row]
    if not known:
        raise NoAuditError("pip-audit's database knows none of the packages")
    found = sorted(_vulnerable(known), key=lambda each: (-len(each.ids), each.name))
    return Audit(len(known), tuple(found))


def _vulnerable(rows: Iterable[dict[str, object]]) -> Iterator[Vulnerable]:
    for row in rows:
        flaws = [mapping(flaw) for flaw in sequence(row.get("vulns"))]
        if flaws:
            ids = tuple(dict.fromkeys(text(flaw.get("id")) for flaw in flaws))
            yield Vulnerable(
                text(row.get("name")), text(row.get("version")), ids, _fixed(flaws, text(row.get("version")))
            )


def _fixed(flaws: Iterable[dict[str, object]], version: str) -> str:
    """The lowest version that is behind a fix of each flaw."""
    try:
        newer = [
            [one for each in sequence(flaw.get("fix_versions")) if (one := Version(text(each))) > Version(version)]
            for flaw in flaws
        ]
    except InvalidVersion:
        return ""
    return str(max(min(versions) for versions in newer)) if all(newer) else ""
