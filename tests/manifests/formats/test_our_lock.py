"""A lock of ours as the rest of the program sees it."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml.manifests.choose import choose
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.project import Project

HEAD = """\
# Written by dockerize-ml 0.1.0: exact versions of all that the image installs.
# Made from: requirements.txt
# As of: 2021-05-03, last commit 2021-05-03
# Python: 3.9, numpy==1.20.2 has wheels for Python up to 3.9
# Inputs: 00
# Compiled: thing==1.0, with the build tools of 2021-08-01, g++
# Apart: torch==2.1.0, because PyTorch's own index has the build without CUDA
# Repair: evil==6.6.6 is added: a reason

"""
PINS = "flask==2.0.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via requirements.txt:1\n"
FILES = {"app.py": "import flask\n", "requirements.txt": "flask\n", "requirements.lock": HEAD + PINS}

Make = Callable[[dict[str, str]], Path]


def chosen(root: Path) -> Manifest:
    winner = choose(read_manifests(Project.open(root))).winner
    assert winner is not None
    return winner


def test_it_wins_over_what_it_was_made_from(folder: Make) -> None:
    manifest = chosen(folder(FILES))
    assert (manifest.path, manifest.format, manifest.locks) == ("requirements.lock", "lock", True)
    assert manifest.python is not None
    assert (manifest.python[0], str(manifest.python[1])) == ("==3.9.*", "requirements.lock:4")


def test_its_head_tells_what_has_no_hash(folder: Make) -> None:
    manifest = chosen(folder(FILES))
    found = {each.name: (each.specifier, each.hashes) for each in manifest.requirements}
    assert found == {
        "flask": ("==2.0.0", ("sha256:aa", "sha256:bb")),
        "thing": ("==1.0", ()),
        "torch": ("==2.1.0", ()),
    }
    assert manifest.from_source is not None
    assert (manifest.from_source.names, manifest.from_source.tools_of, manifest.from_source.native) == (
        frozenset({"thing"}),
        "2021-08-01",
        frozenset({"thing"}),
    )


def test_a_name_that_a_list_of_the_users_should_not_have_is_installed_from_a_lock(folder: Make) -> None:
    pins = PINS + "configparser==5.0.0 \\\n    --hash=sha256:cc\n    # via databricks-cli\n"
    manifest = chosen(folder(FILES | {"requirements.lock": HEAD + pins}))
    assert ("configparser", "==5.0.0") in {(each.name, each.specifier) for each in manifest.requirements}
    assert manifest.unusable == ()


def test_a_file_of_that_name_by_somebody_else_is_a_list_like_any_other(folder: Make) -> None:
    root = folder({"app.py": "import flask\n", "requirements.lock": "# by rye\nflask==2.0.0\n"})
    assert chosen(root).format == "requirements"


def test_the_commands_of_the_project_stay_known(folder: Make) -> None:
    project = "[project]\nname = 'a'\nversion = '1'\ndependencies = ['flask']\n[project.scripts]\nrun = 'a:main'\n"
    assert chosen(folder({**FILES, "pyproject.toml": project})).scripts == {"run": "a:main"}
