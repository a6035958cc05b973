"""What is built in the build stage, and beside what."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.resolve.model import Compiled
from dockerize_ml.resolve.resolve import Wish

Make = Callable[[dict[str, str]], Path]
OLD_NUMPY = "[build-system]\nrequires = ['setuptools', 'numpy==1.17.3; python_version >= \"3.8\"']\n"


@pytest.fixture
def built(folder: Make, wheel: Callable[..., None], sdist: Callable[..., Path]) -> Callable[[dict[str, str]], Compiled]:
    def made(files: dict[str, str]) -> Compiled:
        wheel("numpy", "1.20.3", tag="cp39-cp39-manylinux_2_17_x86_64")
        wheel("numpy", "1.17.3", tag="cp38-cp38-manylinux_2_17_x86_64")
        sdist("thing", "1.0", {"thing.egg-info/requires.txt": "numpy\n", "thing.c": "int x;", **files})
        root = folder({"job.py": "import thing\nprint(thing)\n", "requirements.txt": "thing==1.0\nnumpy>=1.18\n"})
        lock = pipeline.lock(root, {"python": "3.9"}, Wish(lock=True)).lock
        assert lock is not None
        return lock.compiled[0]

    return made


@pytest.mark.parametrize(
    ("pyproject", "is_in_place"),
    [
        (OLD_NUMPY, True),
        (OLD_NUMPY.replace("1.17.3", "1.20.3"), False),
        (OLD_NUMPY.replace('>= "3.8"', '== "3.8"'), False),
        (OLD_NUMPY.replace("'setuptools'", "'cython'"), False),
        ("[build-system]\nrequires = ['setuptools', 'numpy>=1.17']\n", False),
        ("[build-system\n", False),
    ],
    ids=["an old numpy", "one with a wheel", "for another Python", "with more", "any numpy", "unreadable"],
)
def test_it_is_built_beside_the_set_where_else_an_old_version_would_have_to_be_compiled(
    pyproject: str,
    is_in_place: bool,  # noqa: FBT001 - a row
    built: Callable[[dict[str, str]], Compiled],
) -> None:
    assert built({"pyproject.toml": pyproject}).in_place is is_in_place


@pytest.mark.parametrize(
    ("files", "is_in_place"),
    [
        ({"setup.py": "def after():\n    import numpy.random\n"}, True),
        ({"setup.py": "from numpy import get_include\n", "pyproject.toml": "[build-system]\n"}, False),
        ({"setup.py": "import setuptools, thing\n"}, False),
        ({"setup.py": "print 'numpy'\n"}, False),
    ],
    ids=["what the set brings", "it says so itself", "itself", "Python 2"],
)
def test_it_is_built_beside_what_its_setup_py_imports(
    files: dict[str, str],
    is_in_place: bool,  # noqa: FBT001 - a row
    folder: Make,
    wheel: Callable[..., None],
    sdist: Callable[..., Path],
) -> None:
    wheel("numpy", "1.20.3")
    sdist("thing", "1.0", files)
    root = folder({"job.py": "import thing\nprint(thing)\n", "requirements.txt": "thing==1.0\nnumpy\n"})
    lock = pipeline.lock(root, {}, Wish(lock=True)).lock
    assert lock is not None
    assert lock.compiled[0].in_place is is_in_place


def test_gccs_library_for_several_processors_is_installed(built: Callable[[dict[str, str]], Compiled]) -> None:
    assert built({"setup.py": "extra_compile_args=['-fopenmp']\n"}).uses_openmp


def test_nothing_else_needs_it(built: Callable[[dict[str, str]], Compiled]) -> None:
    assert not built({}).uses_openmp
