import re
import shutil
import subprocess
from collections import Counter

import pytest

from dockerize_ml.knowledge.debian import debian_packages, known_distributions, package_name
from dockerize_ml.knowledge.table import rows

RUNTIME = {
    "windows in OpenCV": ("opencv-python", "4.8.0.76", "libgl1 libglib2.0-0"),
    "the newest OpenCV": ("opencv-python", None, "libgl1 libglib2.0-0"),
    "OpenCV without windows": ("opencv-python-headless", None, ""),
    "what requires OpenCV": ("ultralytics", "8.0.0", "libgl1 libglib2.0-0"),
    "OpenMP that the wheel lacks": ("lightgbm", "4.7.0", "libgomp1"),
    "OpenMP that old wheels lack": ("xgboost", "1.2.0", "libgomp1"),
    "OpenMP that the wheel brings": ("xgboost", "1.7.6", ""),
    "sound before its library was in the wheel": ("soundfile", "0.11.0", "libsndfile1"),
    "sound of an unknown version": ("soundfile", None, ""),
    "PostgreSQL from source": ("psycopg2", "2.9.9", "libpq5"),
    "PostgreSQL as a wheel": ("psycopg2-binary", "2.9.9", ""),
    "old WeasyPrint": ("weasyprint", "52.5", "libpango-1.0-0 libpangocairo-1.0-0 libgdk-pixbuf-2.0-0"),
    "VTK that draws by itself, through PyVista": ("pyvista", "0.49.1", ""),
    "older VTK, through PyVista": ("pyvista", "0.44.2", "libgl1 libxrender1"),
    "MediaPipe that brings EGL": ("mediapipe", "0.10.21", "libgl1 libglib2.0-0"),
    "MediaPipe that does not": ("mediapipe", None, "libgl1 libglib2.0-0 libegl1 libgles2"),
    "OpenMP that Paddle lacks": ("paddlepaddle", "3.3.1", "libgomp1"),
    "a version that is none": ("soundfile", "latest", ""),
}


@pytest.mark.parametrize(("distribution", "version", "packages"), RUNTIME.values(), ids=RUNTIME.keys())
def test_what_running_needs(distribution: str, version: str | None, packages: str) -> None:
    needs = debian_packages(distribution, version, "bookworm")
    assert needs is not None
    assert needs.runtime == tuple(packages.split())


def test_pure_packages_are_unknown() -> None:
    assert debian_packages("flask", "3.0.0", "bookworm") is None


@pytest.mark.parametrize(("version", "build"), [("0.7.3", ("g++",)), ("2.1", ()), (None, ())])
def test_a_compiler_only_before_there_were_wheels(version: str | None, build: tuple[str, ...]) -> None:
    needs = debian_packages("insightface", version, "bookworm")
    assert needs is not None
    assert needs.build == build


def test_extras_decide() -> None:
    plain = debian_packages("psycopg", None, "bookworm")
    binary = debian_packages("psycopg", None, "bookworm", extras=["binary"])
    compiled = debian_packages("psycopg", None, "bookworm", extras=["c"])
    assert plain is not None
    assert compiled is not None
    assert (plain.build, plain.runtime) == ((), ("libpq5",))
    assert binary is None
    assert "libpq-dev" in compiled.build


def test_programs_are_needed_only_by_who_asks_for_them() -> None:
    pydub, opencv = debian_packages("pydub", None, "bookworm"), debian_packages("opencv-python", None, "bookworm")
    assert pydub is not None
    assert opencv is not None
    assert pydub.direct
    assert not opencv.direct


def test_a_release_has_its_own_names() -> None:
    assert package_name("libldap-2.5-0", "trixie") == "libldap2"
    assert package_name("libgl1", "trixie") == "libgl1"
    ldap = debian_packages("python-ldap", None, "trixie")
    assert ldap is not None
    assert ldap.runtime == ("libldap2",)
    pdfkit = debian_packages("pdfkit", None, "trixie")
    assert pdfkit is not None
    assert pdfkit.runtime == ()


def test_a_c_compiler_comes_with_the_c_library_s_headers() -> None:
    # gcc only recommends libc6-dev, and recommended packages are left out.
    for row in rows("debian", "package"):
        for key in ("build", "source_build", "source_runtime", "runtime"):
            names = row.texts(key)
            assert "gcc" not in names or "libc6-dev" in names, row.values


def test_rows_are_whole() -> None:
    counted = Counter(
        (name, row.text("versions", ""), row.texts("extras"))
        for row in rows("debian", "package")
        for name in row.texts("distributions")
    )
    assert [key for key, count in counted.items() if count > 1] == []
    for name in known_distributions():
        assert name == re.sub(r"[-_.]+", "-", name).lower()
    for row in rows("debian", "package"):
        assert row.text("evidence") in {"measured", "documented"}
        assert (row.text("evidence") == "measured") == row.source.startswith("measured"), row.values


@pytest.mark.skipif(shutil.which("apt-cache") is None, reason="only Debian knows its packages")
def test_every_package_exists_in_bookworm() -> None:
    needed = {
        name
        for row in rows("debian", "package")
        for key in ("build", "runtime", "source_build", "source_runtime")
        for name in row.texts(key)
    }
    owners = {row.text("name") for table in ("libraries", "programs") for row in rows(table, "package")}
    names = sorted(needed | owners)
    shown = subprocess.run(["apt-cache", "policy", *names], capture_output=True, text=True, check=True).stdout
    if "bookworm" not in shown:
        pytest.skip("this machine has other package lists")
    known = set(re.findall(r"^([^\s:]+(?::\w+)?):$", shown, re.MULTILINE)) - set(
        re.findall(r"^(\S+):\n  Installed: \(none\)\n  Candidate: \(none\)", shown, re.MULTILINE)
    )
    assert [name for name in names if name not in known] == []


@pytest.mark.parametrize(("version", "is_asked"), [("5.0.0", True), ("5.4.1", False), (None, False)])
def test_an_old_pillow_asks_dpkg_where_the_headers_are(version: str | None, is_asked: bool) -> None:  # noqa: FBT001 - a row of the table
    needs = debian_packages("pillow", version, "bookworm")
    assert needs is not None
    assert "zlib1g-dev" in needs.source_build
    assert ("dpkg-dev" in needs.source_build) == is_asked
