import re
from collections import Counter
from itertools import pairwise

import pytest
from packaging.version import Version

from dockerize_ml.knowledge.pythons import minor_key
from dockerize_ml.knowledge.table import rows
from dockerize_ml.knowledge.wheels import PythonRange, pythons_for, wheel_steps

EXACT = {
    "old numpy": ("numpy", "1.19.5", "3.6", "3.9"),
    "the patch that added a Python": ("numpy", "1.21.2", "3.7", "3.10"),
    "the patch before it": ("numpy", "1.21.1", "3.7", "3.9"),
    "tensorflow of 2020": ("tensorflow", "2.3.1", "3.5", "3.8"),
    "torch": ("torch", "2.1.2", "3.8", "3.11"),
    "torch with a local version": ("torch", "1.13.1+cpu", "3.7", "3.11"),
    "the stable ABI": ("opencv-python", "4.8.0.76", "3.7", None),
    "pydantic before Rust": ("pydantic", "1.10.2", "3.7", "3.11"),
    "pydantic with Rust": ("pydantic", "2.5.3", "3.7", "3.12"),
}


@pytest.mark.parametrize(("name", "version", "lowest", "highest"), EXACT.values(), ids=EXACT.keys())
def test_an_exact_version(name: str, version: str, lowest: str, highest: str | None) -> None:
    assert pythons_for(name, f"=={version}") == PythonRange(lowest, highest)


def test_what_is_unknown() -> None:
    assert pythons_for("flask", "==3.0.0") is None
    assert pythons_for("numpy", "==1.0") is None


WITHIN = {
    "a pin": ("numpy", "==1.26.4", "3.9", "3.12"),
    "compatible release": ("numpy", "~=1.24.0", "3.8", "3.11"),
    "a prefix": ("pandas", "==1.3.*", "3.7", "3.10"),
    "below a major": ("numpy", "<2", "3.4", "3.12"),
    "a window": ("scikit-learn", ">=1.0,<1.2", "3.7", "3.11"),
    "between two steps": ("tensorflow", ">=2.9.1,<2.10", "3.7", "3.10"),
    "at most": ("torch", "<=1.13.1", "3.5", "3.11"),
}


@pytest.mark.parametrize(("name", "specifier", "lowest", "highest"), WITHIN.values(), ids=WITHIN.keys())
def test_a_specifier(name: str, specifier: str, lowest: str, highest: str) -> None:
    assert pythons_for(name, specifier) == PythonRange(lowest, highest)


def test_any_version_allows_the_newest_python() -> None:
    found = pythons_for("numpy", "")
    assert found is not None
    assert "3.14" in found
    assert pythons_for("flask", ">=2") is None


def test_a_range_contains_its_ends() -> None:
    span = PythonRange("3.9", "3.12")
    assert ["3.8" in span, "3.9" in span, "3.12" in span, "3.13" in span] == [False, True, True, False]
    assert "3.99" in PythonRange("3.7", None)


def test_rows_are_whole() -> None:
    counted = Counter(name for row in rows("wheels", "package") for name in row.texts("names"))
    assert [name for name, count in counted.items() if count > 1] == []
    for name, steps in wheel_steps().items():
        assert name == re.sub(r"[-_.]+", "-", name).lower()
        versions = [since for since, _ in steps]
        assert versions == sorted(set(versions))
        assert [str(Version(step.since)) for _, step in steps]
        for _, step in steps:
            assert step.pythons.lowest.startswith("3.")
            highest = step.pythons.highest
            assert highest is None or minor_key(step.pythons.lowest) <= minor_key(highest)


def test_newer_releases_never_forget_a_newer_python() -> None:
    # Within one major version the highest Python only grows.
    for name, steps in wheel_steps().items():
        for (before, old), (after, new) in pairwise(steps):
            if before.major != after.major:
                continue
            old_end, new_end = old.pythons.highest, new.pythons.highest
            assert new_end is None or (old_end is not None and minor_key(old_end) <= minor_key(new_end)), name
