"""One requirement as pip reads it."""

import pytest
from packaging.requirements import Requirement as Standard
from packaging.specifiers import SpecifierSet

from dockerize_ml.manifests.requirement import Requirement, Unusable
from dockerize_ml.manifests.requirement_line import read_requirement
from dockerize_ml.project.place import Place

AT = Place("requirements.txt", 1)

READS = {
    "name alone": ("Flask", Requirement("flask", "", AT)),
    "order of versions is kept": ("flask >=1.0 , <2", Requirement("flask", ">=1.0,<2", AT)),
    "parentheses of old metadata": ("flask (>=1.0,<2)", Requirement("flask", ">=1.0,<2", AT)),
    "extras are normalised and sorted": ("a[Z_z,b]==1.*", Requirement("a", "==1.*", AT, extras=("b", "z-z"))),
    "marker": ("a; python_version<'3.8'", Requirement("a", "", AT, marker='python_version < "3.8"')),
    "marker excuses a module's name": (
        "dataclasses; python_version<'3.7'",
        Requirement("dataclasses", "", AT, marker='python_version < "3.7"'),
    ),
    "local version": ("torch==2.1.0+cu118", Requirement("torch", "==2.1.0+cu118", AT)),
    "arbitrary equality": ("a===1.0", Requirement("a", "===1.0", AT)),
    "trailing comma is fine with pip": ("a>=1,", Requirement("a", ">=1", AT)),
    "egg names it": (
        "git+https://github.com/a/b.git@v1#egg=Real_Name",
        Requirement("real-name", "", AT, url="git+https://github.com/a/b.git@v1#egg=Real_Name"),
    ),
    "repository names it": (
        "git+ssh://git@github.com/a/My.Lib.git@v1",
        Requirement("my-lib", "", AT, url="git+ssh://git@github.com/a/My.Lib.git@v1"),
    ),
    "archive of a branch names nothing": (
        "https://github.com/a/b/archive/main.zip",
        Requirement("", "", AT, url="https://github.com/a/b/archive/main.zip"),
    ),
    "wheel at an address": (
        "https://e.org/torch-1.7.1%2Bcpu-cp38-cp38-linux_x86_64.whl",
        Requirement("torch", "==1.7.1+cpu", AT, url="https://e.org/torch-1.7.1%2Bcpu-cp38-cp38-linux_x86_64.whl"),
    ),
    "name at address with marker": (
        "a @ https://e.org/x.zip ; sys_platform == 'linux'",
        Requirement("a", "", AT, marker="sys_platform == 'linux'", url="https://e.org/x.zip"),
    ),
    "password is masked": (
        "a @ git+https://me:hunter2@e.org/a.git",
        Requirement("a", "", AT, url="git+https://***@e.org/a.git"),
    ),
    "variable in an address is none": (
        "a @ git+https://${TOKEN}@e.org/a.git",
        Requirement("a", "", AT, url="git+https://${TOKEN}@e.org/a.git"),
    ),
    "folder with extras": ("./libs/x[dev]", Requirement("", "", AT, extras=("dev",), url="libs/x")),
    "the project itself": (".", Requirement("", "", AT, url=".")),
    "the project itself with extras": (".[dev]", Requirement("", "", AT, extras=("dev",), url=".")),
    "relative file address": ("file:./libs/x", Requirement("", "", AT, url="libs/x")),
    "wheel in the project": (
        "wheels/a_b-1.0-py3-none-any.whl",
        Requirement("a-b", "==1.0", AT, url="wheels/a_b-1.0-py3-none-any.whl"),
    ),
    "old gpu name, old version": ("tensorflow-gpu==2.4.1", Requirement("tensorflow-gpu", "==2.4.1", AT)),
}


@pytest.mark.parametrize(("text", "expected"), READS.values(), ids=READS)
def test_reads(text: str, expected: Requirement) -> None:
    assert list(read_requirement(text, AT)) == [expected]


REPLACES = {
    "conda's freeze": ("certifi @ file:///C:/ci/certifi_1665/work/certifi", "certifi"),
    "conda's freeze on Linux": ("numpy @ file:///opt/build/80754af9/numpy_1620/work", "numpy"),
    "wheel elsewhere tells its version": ("a @ file:///home/me/a-2.0-py3-none-any.whl", "a==2.0"),
    "path of Windows": (r"C:\wheels\a-2.0-py3-none-any.whl", "a==2.0"),
    "wheel for Windows": ("./a-1.0-cp39-cp39-win_amd64.whl", "a==1.0"),
    "wheel for macOS": ("https://e.org/a-1.0-cp39-cp39-macosx_11_0_arm64.whl", "a==1.0"),
    "conda's build string": ("pandas=1.3.4=py39h1_0", "pandas==1.3.4"),
    "row of pip list": ("numpy              1.21.0", "numpy==1.21.0"),
    "row of conda list": ("numpy    1.21.0    py39h1  conda-forge", "numpy==1.21.0"),
    "one equals sign": ("flask = 1.0", "flask==1.0"),
    "signs swapped": ("flask=>1.0", "flask>=1.0"),
    "row of conda's export": ("pytorch=1.13.1=py3.9_cuda11.6_cudnn8.3.2_0", "torch==1.13.1"),
    "bullet": ("- flask", "flask"),
    "semicolon behind": ("flask==1.0;", "flask==1.0"),
    "command with one package": ("pip install flask==1.0", "flask==1.0"),
    "character that cannot be seen": ("\u200bflask", "flask"),
    "stop behind": ("flask.", "flask"),
    "quoted": ('"flask>=1.0"', "flask>=1.0"),
    "missing comma": ("flask>=1.0<2", "flask"),
    "import's name": ("sklearn==0.0", "scikit-learn"),
    "import's name with broken versions": ("cv2=>4", "opencv-python-headless"),
    "build for Windows": ("tensorflow-intel==2.13.0", "tensorflow==2.13.0"),
    "gpu name that refuses": ("tensorflow-gpu", "tensorflow"),
    "gpu name that refuses, pinned": ("tensorflow-gpu==2.12.0", "tensorflow==2.12.0"),
}


@pytest.mark.parametrize(("text", "replacement"), REPLACES.values(), ids=REPLACES)
def test_replaces_what_linux_cannot_install(text: str, replacement: str) -> None:
    unusable, stand_in = read_requirement(text, AT)
    assert isinstance(unusable, Unusable)
    assert isinstance(stand_in, Requirement)
    assert unusable.replacement == replacement
    assert unusable.text == text
    assert f"{stand_in.name}{stand_in.specifier}" == replacement


def test_quoted_address_is_read() -> None:
    _, stand_in = read_requirement("'git+https://github.com/a/b.git'", AT)
    assert stand_in == Requirement("b", "", AT, url="git+https://github.com/a/b.git")


def test_takes_a_line_of_many_apart() -> None:
    entries = list(read_requirement("flask, numpy==1.26 ,pandas", AT))
    assert [entry.name for entry in entries if isinstance(entry, Requirement)] == ["flask", "numpy", "pandas"]


DROPS = {
    "conda's library in C": "_libgcc_mutex=0.1=main",
    "conda's letter in a version": "openssl=1.1.1k=h27cfd23_0",
    "conda's interpreter": "python=3.9.7=h12debd9_1",
    "conda for Windows": "vs2015_runtime=14.27=h5e58377_2",
    "page of links": "https://download.pytorch.org/whl/torch_stable.html",
    "folder of an index": "https://download.pytorch.org/whl/cu118",
    "Windows only": "pywin32==301",
    "family of macOS": "pyobjc-framework-Cocoa==9.0",
    "Ubuntu's invention": "pkg_resources==0.0.0",
    "module of Python": "pickle",
    "module that Python had": "urllib2",
    "interpreter": "python>=3.8",
    "command": "pip install -U flask",
    "command in a notebook": "!pip install -q flask",
    "heading": "Package    Version",
    "rule below it": "---------- -------",
    "unfinished merge": "<<<<<<< HEAD",
    "outside the project": "../lib",
    "home folder": "~/lib",
    "words": "these are some words",
    "nothing pip knows": "@@@",
    "very deep marker": "a; " + "(" * 3000 + "os_name=='x'" + ")" * 3000,
}


@pytest.mark.parametrize("text", DROPS.values(), ids=DROPS)
def test_drops_and_explains(text: str) -> None:
    (unusable,) = read_requirement(text, AT)
    assert isinstance(unusable, Unusable)
    assert unusable.reason.endswith(".")
    assert unusable.replacement == ""


LIKE_THE_STANDARD = [
    "a==1",
    "A.b-c [x , y] >=1.0rc1 , !=1.5.*",
    "a<2.post1",
    "a==1.0+cu118",
    "a>1.dev3",
    "a ~= 1.4",
    "a==1!2",
]


@pytest.mark.parametrize("text", LIKE_THE_STANDARD)
def test_the_quick_way_reads_what_the_standard_reads(text: str) -> None:
    (requirement,) = read_requirement(text, AT)
    standard = Standard(text)
    assert isinstance(requirement, Requirement)
    assert SpecifierSet(requirement.specifier) == standard.specifier
    assert set(requirement.extras) == standard.extras
