"""Locks for other machines, and for several at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.config import Settings
from dockerize_ml.manifests.lock_header import NAME
from dockerize_ml.resolve.model import Resolution
from dockerize_ml.resolve.resolve import Wish

Wheel = Callable[..., None]
Make = Callable[[dict[str, str]], Path]
X86, ARM = "cp312-cp312-manylinux_2_28_x86_64", "cp312-cp312-manylinux_2_28_aarch64"
BOTH = ["linux/arm64", "linux/amd64"]
FILES = {"job.py": "import fast\n", "requirements.txt": "fast\n"}


@pytest.fixture
def fast(wheel: Wheel) -> None:
    """Its newest version is for x86-64 only, the one before for both; only one of them needs ``simd``."""
    wheel("fast", "2.0", tag=X86)
    for tag in (X86, ARM):
        wheel("fast", "1.0", "simd ; platform_machine == 'aarch64'", tag=tag)
    wheel("simd", "0.3", tag=ARM)


def locked(root: Path, *platforms: str) -> Resolution:
    return pipeline.lock(root, {"platforms": list(platforms) or None, "python": "3.12"}, Wish(lock=True))


def texts(found: Resolution) -> list[str]:
    assert found.lock is not None, found
    return [each.text for each in found.lock.packages]


@pytest.mark.usefixtures("fast")
def test_each_machine_gets_what_there_is_for_it(folder: Make) -> None:
    root = folder(FILES)
    assert texts(locked(root)) == ["fast==2.0"]
    assert texts(locked(root, "linux/arm64")) == ["fast==1.0", "simd==0.3"]


@pytest.mark.usefixtures("fast")
def test_several_get_the_same_versions_and_what_only_one_needs_is_marked(folder: Make) -> None:
    root = folder(FILES)
    found = locked(root, *BOTH)
    assert texts(found) == ["fast==1.0", "simd==0.3 ; platform_machine == 'aarch64'"]
    assert "# Platforms: linux/amd64, linux/arm64\n" in (found.text or "")
    assert "simd==0.3 ; platform_machine == 'aarch64' \\\n    --hash=sha256:" in (found.text or "")
    (root / NAME).write_text(found.text or "")
    manifest = pipeline.inspect(root).manifest
    assert manifest is not None
    assert [(each.name, each.marker) for each in manifest.requirements] == [
        ("fast", ""),
        ("simd", 'platform_machine == "aarch64"'),
    ]


@pytest.mark.usefixtures("fast")
def test_a_lock_for_other_machines_is_stale(folder: Make) -> None:
    root = folder(FILES)
    (root / NAME).write_text(locked(root, "linux/arm64").text or "")
    asked = Wish(offline=True)
    flags = {"python": "3.12"}
    assert pipeline.lock(root, {**flags, "platforms": ["linux/arm64"]}, asked).is_fresh
    assert not pipeline.lock(root, flags, asked).is_fresh
    (root / "dockerize-ml.toml").write_text('platforms = ["linux/arm64"]\n')
    assert pipeline.lock(root, flags, asked).is_fresh


@pytest.mark.usefixtures("shelf")
def test_what_there_is_for_no_machine_of_that_kind_is_left_out_and_said(folder: Make, wheel: Wheel) -> None:
    wheel("fast", "2.0", tag=X86)
    wheel("six", "1.16")
    root = folder({"job.py": "import six\n", "requirements.txt": "fast\nsix\n"})
    found = locked(root, "linux/arm64")
    assert texts(found) == ["six==1.16"]
    assert found.lock is not None
    assert [each.reason for each in found.lock.repairs] == ["The index has no file of `fast` for linux/arm64."]


def test_docker_writes_several_with_commas() -> None:
    assert Settings().with_flags({"platforms": ["linux/arm64,linux/amd64"]}).platforms == tuple(sorted(BOTH))
