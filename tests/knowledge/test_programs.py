from collections import Counter

import pytest

from dockerize_ml.knowledge.programs import program_owner
from dockerize_ml.knowledge.table import rows

OWNERS = {
    "ffmpeg": "ffmpeg",
    "ffprobe": "ffmpeg",
    "tesseract": "tesseract-ocr",
    "pdftotext": "poppler-utils",
    "convert": "imagemagick",
    "dot": "graphviz",
    "soffice": "libreoffice",
    "java": "default-jre-headless",
    "node": "nodejs",
    "gs": "ghostscript",
    "chromedriver": "chromium-driver",
    "7z": "p7zip-full",
    "ssh": "openssh-client",
    "psql": "postgresql-client",
    "mysql": "default-mysql-client",
    "redis-cli": "redis-tools",
    "xvfb-run": "xvfb",
    "exiftool": "libimage-exiftool-perl",
}
NOT_NEEDED = {"in every slim image": "tar", "a driver's, not Debian's": "nvidia-smi", "Python itself": "python"}


@pytest.mark.parametrize(("program", "owner"), OWNERS.items())
def test_a_program_names_its_package(program: str, owner: str) -> None:
    assert program_owner(program) == owner


@pytest.mark.parametrize("program", NOT_NEEDED.values(), ids=NOT_NEEDED.keys())
def test_a_program_that_no_package_is_needed_for(program: str) -> None:
    assert program_owner(program) is None


def test_a_release_has_its_own_packages() -> None:
    assert program_owner("7z", "trixie") == "7zip"
    assert program_owner("wkhtmltopdf", "trixie") is None


def test_each_program_stands_once() -> None:
    counted = Counter(program for row in rows("programs", "package") for program in row.texts("programs"))
    assert [program for program, count in counted.items() if count > 1] == []
