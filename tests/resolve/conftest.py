"""A small package index of wheels made on the spot; uv finds it instead of the real one."""

import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

Wheel = Callable[..., None]


@pytest.fixture(autouse=True)
def pytorch(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have PyTorch's own index answer, or not, without asking it."""

    def answers(*, it_does: bool) -> None:
        monkeypatch.setattr("dockerize_ml.resolve.resolve.answers", lambda _: it_does)

    answers(it_does=True)
    return answers


@pytest.fixture
def shelf(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that uv takes for the index."""
    folder = tmp_path_factory.mktemp("shelf")
    monkeypatch.setenv("UV_DEFAULT_INDEX", folder.as_uri())
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    return folder


def listed(shelf: Path, name: str, file: str) -> Path:
    """A file of the index, in the list of its distribution."""
    page = shelf / name / "index.html"
    page.parent.mkdir(exist_ok=True)
    with page.open("a") as text:
        text.write(f'<a href="{file}">{file}</a>\n')
    return shelf / name / file


@pytest.fixture
def wheel(shelf: Path) -> Wheel:
    """Put a wheel on the shelf."""

    def put(name: str, version: str, *requires: str, tag: str = "py3-none-any", python: str = "") -> None:
        stem = f"{name.replace('-', '_')}-{version}"
        metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        metadata += "".join(f"Requires-Dist: {requirement}\n" for requirement in requires)
        metadata += f"Requires-Python: {python}\n" if python else ""
        about = f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n"
        with zipfile.ZipFile(listed(shelf, name, f"{stem}-{tag}.whl"), "w") as archive:
            archive.writestr(f"{stem}.dist-info/METADATA", metadata)
            archive.writestr(f"{stem}.dist-info/WHEEL", about)
            archive.writestr(f"{stem}.dist-info/RECORD", "")

    return put


@pytest.fixture
def sdist(shelf: Path) -> Callable[..., Path]:
    """Put a source distribution on the shelf, whose setup.py would give itself away if it ran."""

    def put(name: str, version: str, files: dict[str, str]) -> Path:
        stem = f"{name}-{version}"
        ran = shelf / "ran"
        setup = f"open({str(ran)!r}, 'w').write('setup.py was run')\n"
        target = listed(shelf, name, f"{stem}.tar.gz")
        with tarfile.open(target, "w:gz") as archive:
            for path, text in {"setup.py": setup, **files}.items():
                data = text.encode()
                member = tarfile.TarInfo(f"{stem}/{path}")
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))
        return target

    return put
