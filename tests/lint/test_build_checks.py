"""The preset ``buildkit`` says what ``docker build --check`` says, line by line.

``data/build_checks.jsonl`` holds Dockerfiles and what Docker Engine 28.5 (BuildKit 0.25) had to say about them.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from dockerize_ml.lint import Settings, Source, lint

SETTINGS = Settings(preset="buildkit")


class Case(NamedTuple):
    id: str
    dockerfile: str
    dockerignore: str
    expected: set[tuple[str, int]]


def _read() -> list[Case]:
    lines = (Path(__file__).parent / "data" / "build_checks.jsonl").read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return [
        Case(row["id"], row["dockerfile"], row.get("dockerignore", ""), {(check, at) for check, at in row["expect"]})
        for row in rows
    ]


CASES = _read()
LASTING = [case for case in CASES if not case.id.startswith(("Control", "Copy", "Description", "Secrets"))]
"""What engines of all versions say."""

OTHERWISE = {
    "a comment for one instruction, as from BuildKit 0.27 on": "\n# check=skip=FromAsCasing\nFROM scratch as a\n",
    "a path of Windows is absolute": "FROM scratch\nWORKDIR C:/app\n",
    "other triggers than one's own are not run": "FROM scratch AS a\nONBUILD ENV x=$y\nFROM a\n",
}
"""Each has a finding on the engine and none here."""


def in_folder(case: Case, folder: Path) -> Path:
    (folder / "Dockerfile").write_text(case.dockerfile, encoding="utf-8")
    if case.dockerignore:
        (folder / ".dockerignore").write_text(case.dockerignore, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_engine_says_the_same(case: Case, tmp_path: Path) -> None:
    found = lint([Source("Dockerfile", case.dockerfile, in_folder(case, tmp_path))], SETTINGS)
    assert {(check, finding.line) for finding in found for check in finding.aliases} == case.expected


@pytest.mark.parametrize("text", OTHERWISE.values(), ids=OTHERWISE)
def test_the_engine_differs(text: str) -> None:
    assert lint([Source("Dockerfile", text)], SETTINGS) == []


@pytest.mark.docker
@pytest.mark.parametrize("case", LASTING[::20], ids=lambda case: case.id)
def test_the_engine_still_says_so(case: Case, tmp_path: Path) -> None:
    command = ["docker", "buildx", "build", "--call=check,format=json", str(in_folder(case, tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    warnings = json.loads(done.stdout).get("warnings") or []
    said = {(each["ruleName"], each["location"]["ranges"][0]["start"]["line"]) for each in warnings}
    assert said == case.expected
