"""Reading one file: encodings, sizes, and what is no file."""

import os
from pathlib import Path

import pytest

from dockerize_ml.errors import ProjectError
from dockerize_ml.project.reading import decode, read_text

TEXT = "name = 'é'\nnext\n"
ENCODINGS = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with its mark": TEXT.encode("utf-8-sig"),
    "UTF-16 with its mark": TEXT.encode("utf-16"),
    "UTF-16 BE": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "UTF-16 LE without its mark": TEXT.encode("utf-16-le"),
    "UTF-16 BE without its mark": TEXT.encode("utf-16-be"),
    "UTF-32": TEXT.encode("utf-32"),
    "UTF-32 BE": b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"),
    "latin-1": TEXT.encode("latin-1"),
    "Windows line ends": TEXT.replace("\n", "\r\n").encode(),
    "line ends of an old Mac": TEXT.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_decodes(data: bytes) -> None:
    assert decode(data) == TEXT


def test_coding_cookie_decides() -> None:
    assert decode("# coding: cp1250\nkő".encode("cp1250")) == "# coding: cp1250\nkő"
    assert decode(b"# coding: rot13\nabc") == "# coding: rot13\nabc"
    assert decode(b"# coding: no-such-thing\nabc") == "# coding: no-such-thing\nabc"
    assert decode("# coding: ascii\né".encode()) == "# coding: ascii\né"


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"\xff", b"\x00", b"a\x00", b"\xff\xfea", b"\x80" * 100, bytes(range(256))]
)
def test_any_bytes_are_text(data: bytes) -> None:
    assert isinstance(decode(data), str)


def test_refuses_what_is_too_large_without_reading_it(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(20_000_000_000)
    with pytest.raises(ProjectError, match="20,000,000,000 bytes"):
        read_text(file, shown="huge.txt", limit=10_000_000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    with pytest.raises(ProjectError, match="not a regular file"):
        read_text(tmp_path / "pipe.py", shown="pipe.py", limit=100)


@pytest.mark.parametrize("name", ["missing", "folder", "dangling", "nul\0byte"])
def test_tells_why_it_cannot_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(ProjectError) as caught:
        read_text(tmp_path / name, shown=name, limit=100)
    assert caught.value.path == name
    assert caught.value.hint


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_file_without_permission_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("x")
    file.chmod(0)
    with pytest.raises(ProjectError, match="ermission denied"):
        read_text(file, shown="a.py", limit=100)
