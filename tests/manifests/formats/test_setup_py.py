"""``setup.py``, read and never run."""

from collections.abc import Callable

import pytest

from dockerize_ml.manifests.requirement import Manifest

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]

LITERAL = """\
import os, sys
from setuptools import setup, find_packages
os.system("rm -rf /")  # must never run
setup(
    name="x",
    python_requires=">=3.8",
    install_requires=[
        "flask>=1.0",
        "numpy; python_version<'3.9'",
    ],
    extras_require={"dev": ["pytest"], ":sys_platform=='linux'": ["uvloop"]},
    entry_points={"console_scripts": ["serve = x.cli:main", "other=x.cli:other [extra]"], "plugins": ["a = b:c"]},
)
"""


def test_reads_literals(read: Read) -> None:
    (manifest,) = read({"setup.py": LITERAL})
    assert [(one.name, one.specifier, one.marker, one.group, one.at.line) for one in manifest.requirements] == [
        ("flask", ">=1.0", "", "", 8),
        ("numpy", "", 'python_version < "3.9"', "", 9),
        ("pytest", "", "", "dev", 11),
        ("uvloop", "", 'sys_platform == "linux"', "", 11),
    ]
    assert manifest.python is not None
    assert manifest.python[0] == ">=3.8"
    assert manifest.scripts == {"serve": "x.cli:main", "other": "x.cli:other"}
    assert manifest.manager == "setuptools"


IDIOMS = {
    "open and splitlines": """
with open("requirements.txt") as f:
    required = f.read().splitlines()
setup(install_requires=required)""",
    "with a path": """
here = os.path.abspath(os.path.dirname(__file__))
with open(os.path.join(here, "requirements.txt"), encoding="utf-8") as stream:
    reqs = [line.strip() for line in stream if not line.startswith("#")]
setup(install_requires=reqs)""",
    "pathlib": """
HERE = Path(__file__).parent
setup(install_requires=(HERE / "requirements.txt").read_text().split("\\n"))""",
    "a function of its own": """
def read_requirements():
    with open("requirements.txt") as f:
        return f.readlines()
setup(install_requires=read_requirements())""",
    "a function with the name": """
def parse(filename):
    return [line for line in open(filename)]
setup(install_requires=parse("requirements.txt"))""",
    "pip's internals": """
from pip.req import parse_requirements
install_reqs = parse_requirements("requirements.txt", session=False)
reqs = [str(ir.req) for ir in install_reqs]
setup(install_requires=reqs)""",
    "keyword dictionary": """
settings = dict(install_requires=open("requirements.txt").read().split())
setup(**settings)""",
}


@pytest.mark.parametrize("text", IDIOMS.values(), ids=IDIOMS)
def test_follows_the_idioms_that_read_a_list(read: Read, text: str) -> None:
    found = read(
        {
            "setup.py": f"import os\nfrom pathlib import Path\nfrom setuptools import setup\n{text}\n",
            "requirements.txt": "flask\nnumpy==1.0\n",
        }
    )
    manifest = next(one for one in found if one.path == "setup.py")
    assert [(one.name, str(one.at)) for one in manifest.requirements] == [
        ("flask", "requirements.txt:1"),
        ("numpy", "requirements.txt:2"),
    ]
    assert manifest.includes == ("requirements.txt",)


def test_finds_a_list_whose_folder_is_computed(read: Read) -> None:
    text = """\
def lines(name):
    return open(os.path.join(here, "requirements", name)).read().splitlines()
setup(install_requires=["numpy"] + lines("base.txt"))
"""
    found = read({"setup.py": text, "requirements/base.txt": "flask\n"})
    manifest = next(one for one in found if one.path == "setup.py")
    assert [str(one.at) for one in manifest.requirements] == ["setup.py:3", "requirements/base.txt:1"]


PARTS = {
    "name bound to a list": ('REQ = ["a", "b"]\nsetup(install_requires=REQ)', ["a", "b"]),
    "sum of lists": ('A = ["a"]\nsetup(install_requires=A + ["b"])', ["a", "b"]),
    "grown list": ('A = ["a"]\nA += ["b"]\nsetup(install_requires=A)', ["a", "b"]),
    "one string of lines": ('setup(install_requires="""\n  a\n  b>=1\n""")', ["a", "b"]),
    "attribute": ('import setuptools\nsetuptools.setup(install_requires=("a",))', ["a"]),
    "unpacked": ('A = ["a"]\nsetup(install_requires=[*A, "b"])', ["a", "b"]),
    "bound in a circle": ("a = b\nb = a\nsetup(install_requires=a)", []),
    "computed": ("setup(install_requires=[f'{x}>=1' for x in range(3)])", []),
}


@pytest.mark.parametrize(("text", "names"), PARTS.values(), ids=PARTS)
def test_puts_parts_together(read: Read, text: str, names: list[str]) -> None:
    (manifest,) = (one for one in read({"setup.py": text}) if one.format == "setup-py")
    assert [one.name for one in manifest.requirements] == names


NBDEV = """\
import shlex
from configparser import ConfigParser
import setuptools
config = ConfigParser(delimiters=["="])
config.read("settings.ini")
cfg = config["DEFAULT"]
requirements = shlex.split(cfg.get("requirements", ""))
if cfg.get("pip_requirements"): requirements += shlex.split(cfg.get("pip_requirements", ""))
min_python = cfg["min_python"]
setuptools.setup(
    name=cfg["lib_name"],
    install_requires=requirements,
    extras_require={"dev": cfg.get("dev_requirements", "").split()},
    python_requires=">=" + min_python,
    entry_points={"console_scripts": cfg.get("console_scripts", "").split()},
)
"""
SETTINGS = """\
[DEFAULT]
lib_name = vis
min_python = 3.7
requirements = pandas numpy>=1.20 fastapi[all]==0.54.1
pip_requirements = tables
dev_requirements = nbdev
console_scripts = vis_make=vis.make:main
\tvis_serve=vis.server:run
"""


def test_takes_what_it_has_a_settings_file_say(read: Read) -> None:
    (manifest,) = (one for one in read({"setup.py": NBDEV, "settings.ini": SETTINGS}) if one.format == "setup-py")
    assert [(one.name, one.specifier, one.group, str(one.at)) for one in manifest.requirements] == [
        ("pandas", "", "", "settings.ini:4"),
        ("numpy", ">=1.20", "", "settings.ini:4"),
        ("fastapi", "==0.54.1", "", "settings.ini:4"),
        ("tables", "", "", "settings.ini:5"),
        ("nbdev", "", "dev", "settings.ini:6"),
    ]
    assert manifest.python is not None
    assert manifest.python[0] == ">=3.7"
    assert manifest.scripts == {"vis_make": "vis.make:main", "vis_serve": "vis.server:run"}
    assert manifest.includes == ("settings.ini",)


TAKEN = {
    "of a section that it names": ('cfg.get("options", "requires").split()', ["flask"]),
    "of a section by its key": ('cfg["options"]["requires"].splitlines()', ["flask"]),
    "of another section": ('cfg["metadata"]["requires"].split()', []),
    "what the file lacks": ('cfg["options"]["needs"].split()', []),
}


@pytest.mark.parametrize(("taken", "names"), TAKEN.values(), ids=TAKEN)
def test_takes_it_from_the_section_that_is_named(read: Read, taken: str, names: list[str]) -> None:
    reading = 'import configparser\ncfg = configparser.ConfigParser()\ncfg.read(["own.ini"])'
    text = f"{reading}\nsetup(install_requires={taken})\n"
    found = read({"setup.py": text, "own.ini": "[metadata]\nname = x\n[options]\nrequires = flask\n"})
    manifest = next(one for one in found if one.path == "setup.py")
    assert [one.name for one in manifest.requirements] == names


ADDED_UP = {
    "a sum": ('">=" + "3.8"', ">=3.8"),
    "an f-string": ('f">={lowest}"', ">=3.9"),
    "a part that nothing tells": ('">=" + asked()', None),
}


@pytest.mark.parametrize(("text", "told"), ADDED_UP.values(), ids=ADDED_UP)
def test_adds_up_the_python_that_it_asks_for(read: Read, text: str, told: str | None) -> None:
    (manifest,) = read({"setup.py": f'lowest = "3.9"\nsetup(install_requires=["a"], python_requires={text})\n'})
    assert (manifest.python[0] if manifest.python else None) == told


def test_without_a_call_there_is_no_manifest(read: Read) -> None:
    assert read({"setup.py": "print('install by hand')\n"}) == ()
    assert read({"setup.py": "setup(name=\n"}) == ()
