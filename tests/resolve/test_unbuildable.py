"""Releases that nothing in Debian can compile give way to one that can be installed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.model import Resolution
from dockerize_ml.resolve.resolve import Wish

Put = Callable[..., None]
Make = Callable[[dict[str, str]], Path]
SOURCE = {"talib/_ta_lib.c": "int main;"}


@pytest.fixture
def shelved(wheel: Put, sdist: Callable[..., Path]) -> None:
    sdist("ta-lib", "0.4.24", SOURCE)
    sdist("gdal", "3.3.0", {"gdal.c": "int main;"})
    sdist("gdal", "3.6.2", {"gdal.c": "int main;"})
    for version in ("0.6.5", "0.7.0"):
        wheel("ta-lib", version, tag="cp311-cp311-manylinux_2_17_x86_64")


def locked(folder: Make, requirements: str, wish: Wish | None = None, **flags: object) -> Resolution:
    files = {
        "main.py": "import talib\nfrom osgeo import gdal\n\nprint(talib, gdal)\n",
        "requirements.txt": requirements,
    }
    return pipeline.lock(folder(files), flags, wish or Wish())


def pins(found: Resolution) -> set[str]:
    assert found.lock is not None, found
    return {each.pin for each in found.lock.packages} | {each.text for each in found.lock.compiled}


def told(found: Resolution) -> dict[str, tuple[str, str]]:
    assert found.lock is not None, found
    return {each.name: (each.new, each.reason.partition(",")[0]) for each in found.lock.repairs}


@pytest.mark.usefixtures("shelved")
def test_the_first_with_a_wheel_is_taken_or_the_one_that_fits_debian(folder: Make) -> None:
    found = locked(folder, "TA-Lib==0.4.24\nGDAL==3.3.0\n")
    assert told(found) == {
        "ta-lib": ("ta-lib==0.6.5", "It is compiled against TA-Lib's C library"),
        "gdal": ("gdal==3.6.2", "It is compiled against Debian 12's libgdal"),
    }
    assert pins(found) == {"gdal==3.6.2", "ta-lib==0.6.5"}


@pytest.mark.usefixtures("shelved")
def test_what_would_be_taken_unpinned_gives_way_too(folder: Make, sdist: Callable[..., Path]) -> None:
    sdist("gdal", "3.9.0", {"gdal.c": "int main;"})
    assert told(locked(folder, "GDAL\nTA-Lib<0.5\n")) == {
        "gdal": ("gdal==3.6.2", "It is compiled against Debian 12's libgdal"),
        "ta-lib": ("ta-lib==0.6.5", "It is compiled against TA-Lib's C library"),
    }


@pytest.mark.usefixtures("shelved")
@pytest.mark.parametrize(
    ("keep", "flags"),
    [(frozenset({"ta-lib"}), {}), (frozenset(), {"python": "3.10"})],
    ids=["the user keeps it", "no wheel is for the Python that is wanted"],
)
def test_it_stays(keep: frozenset[str], flags: dict[str, object], folder: Make) -> None:
    found = locked(folder, "TA-Lib==0.4.24\nGDAL==3.6.2\n", Wish(lock=True, keep=keep), **flags)
    assert pins(found) == {"gdal==3.6.2", "ta-lib==0.4.24"}


@pytest.mark.network
@pytest.mark.parametrize("requirement", ["protego", "protego==0.1.16"])
def test_an_archive_that_uv_refuses_gives_way_to_a_wheel(requirement: str, folder: Make) -> None:
    files = {"app.py": "import protego\n\nprint(protego.Protego)\n", "requirements.txt": f"{requirement}\n"}
    found = pipeline.lock(folder(files), {"as_of": "2021-06-15"}, Wish())
    assert found.lock is not None
    assert not found.lock.compiled
    assert "has a wheel" in next(each.reason for each in found.lock.repairs if each.name == "protego")


def test_a_setup_script_that_no_build_backend_can_run(folder: Make, sdist: Callable[..., Path]) -> None:
    for version in ("0.10.4", "0.10.5", "0.10.6"):
        sdist("netifaces", version, {"netifaces.c": "int main;"})
    found = pipeline.lock(
        folder({"main.py": "import netifaces\n\nprint(netifaces)\n", "requirements.txt": "netifaces==0.10.4\n"}),
        {},
        Wish(),
    )
    assert told(found) == {"netifaces": ("netifaces==0.10.5", "Its setup.py takes `__builtins__` for a module")}
    assert pins(found) == {"netifaces==0.10.5"}
