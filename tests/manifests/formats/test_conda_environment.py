"""Conda's environments."""

from collections.abc import Callable

import pytest

from dockerize_ml.errors import ManifestError
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.place import Place

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]

WRITTEN = """\
name: ml
channels: [pytorch, conda-forge]
dependencies:
  - python=3.10
  - numpy=1.21.0
  - conda-forge::lightgbm=3.2
  - "pytorch::pytorch[version='>=1.8']"
  - scipy >=1.2, <2
  - librosa
  - cudatoolkit=11.3
  - ffmpeg
  - pywin32  # [win]
  - pandas 1.3.*
  - scikit-learn=1.0|1.1
  - pip
  - pip:
      - -r requirements.txt
      - flask==2.0
      - pywin32==300
"""


def test_reads_what_people_write(read: Read) -> None:
    manifest = next(
        one for one in read({"environment.yml": WRITTEN, "requirements.txt": "gunicorn"}) if one.manager == "conda"
    )
    assert [(one.name, one.specifier, str(one.at)) for one in manifest.requirements] == [
        ("numpy", "==1.21.0", "environment.yml:5"),
        ("lightgbm", "==3.2.*", "environment.yml:6"),
        ("torch", ">=1.8", "environment.yml:7"),
        ("scipy", ">=1.2,<2", "environment.yml:8"),
        ("librosa", "", "environment.yml:9"),
        ("pandas", "==1.3.*", "environment.yml:13"),
        ("scikit-learn", "", "environment.yml:14"),
        ("gunicorn", "", "requirements.txt:1"),
        ("flask", "==2.0", "environment.yml:18"),
    ]
    assert manifest.requirements[1].conda == "conda-forge::lightgbm=3.2"
    assert manifest.python == ("==3.10.*", Place("environment.yml", 4))
    assert [one.name for one in manifest.native] == ["cudatoolkit", "ffmpeg"]
    assert manifest.options == (("--channel", "pytorch"), ("--channel", "conda-forge"))
    assert manifest.includes == ("requirements.txt",)
    assert [line.text for line in manifest.unusable] == ["pywin32", "pywin32==300"]
    assert not manifest.locks


EXPORTED = r"""name: base
dependencies:
  - _libgcc_mutex=0.1=main
  - blas=1.0=mkl
  - ca-certificates=2022.4.26=haa95532_0
  - python=3.8.13=h6244533_0
  - tk=8.6.11=h2bbff1b_1
  - vc=14.2=h21ff451_1
  - wincertstore=0.2=py38haa95532_2
  - numpy=1.21.5=py38h7a0a035_1
  - opencv=4.0.1
  - pip=21.2.2=py38haa95532_0
prefix: C:\Users\me\anaconda3
"""


def test_reads_an_export_of_another_machine(read: Read) -> None:
    (manifest,) = read({"environment.yaml": EXPORTED})
    assert [(one.name, one.specifier) for one in manifest.requirements] == [
        ("numpy", "==1.21.5"),
        ("opencv-python-headless", "==4.0.1"),
    ]
    assert manifest.python == ("==3.8.13", Place("environment.yaml", 6))
    assert [(line.text.partition("=")[0], line.reason) for line in manifest.unusable] == [
        ("vc", "It exists for Windows only."),
        ("wincertstore", "It exists for Windows only."),
    ]


def test_a_line_that_is_left_out_is_kept_whole(read: Read) -> None:
    text = 'dependencies:\n  - flask\n  - "pywin32"  # [win]\n  - conda-forge::appnope=0.1\n  - foo=1 # [osx]\n'
    (manifest,) = read({"environment.yml": text})
    assert [(each.text, each.line, str(each.at)) for each in manifest.unusable] == [
        ("pywin32", '  - "pywin32"  # [win]', "environment.yml:3"),
        ("conda-forge::appnope=0.1", "  - conda-forge::appnope=0.1", "environment.yml:4"),
        ("foo=1", "  - foo=1 # [osx]", "environment.yml:5"),
    ]


def test_what_shares_its_line_is_not_said_to_be_left_out(read: Read) -> None:
    (manifest,) = read({"environment.yml": "dependencies: [flask, pywin32]\n"})
    assert manifest.unusable == ()
    assert [one.name for one in manifest.requirements] == ["flask"]


BUILDS = {
    "Windows, Anaconda's": ("numpy=1.21.5=py38haa95532_1", True),
    "macOS, conda-forge's": ("flask=2.0=py39h6e9494a_0", True),
    "a package of Windows with a build": ("vc=14.2=h21ff451_1", True),
    "Linux, Anaconda's": ("numpy=1.21.5=py38h06a4308_1", False),
    "any system": ("flask=2.0=pyhd8ed1ab_0", False),
    "no build at all": ("pywin32", False),
}


@pytest.mark.parametrize(("line", "is_foreign"), BUILDS.values(), ids=BUILDS)
def test_builds_tell_where_an_export_was_made(line: str, is_foreign: object, read: Read) -> None:
    (manifest,) = read({"environment.yml": f"dependencies:\n  - click\n  - {line}\n"})
    assert (manifest.foreign_build is not None) is is_foreign


def test_variables_are_read(read: Read) -> None:
    (manifest,) = read({"environment.yml": "dependencies: [flask]\nvariables:\n  A: 1\n  B: x y\n"})
    assert manifest.variables == (("A", "1"), ("B", "x y"))


def test_an_environment_that_cannot_be_read_is_an_error_where_nothing_else_tells(read: Read) -> None:
    files: dict[str, str | bytes] = {"app.py": "import flask\n", "environment.yml": "dependencies:\n  - a\n - b\n"}
    with pytest.raises(ManifestError, match="not valid YAML") as trouble:
        read(files)
    assert trouble.value.place == "environment.yml:3"
    assert [one.path for one in read({**files, "requirements.txt": "flask\n"})] == ["requirements.txt"]


NO_ENVIRONMENT = {
    "settings of an app": "environment:\n  - DEBUG=1\n",
    "a list of includes": "dependencies:\n  - -r x.txt\n",
    "mapping of another tool": "dependencies:\n  redis: 1\n",
    "empty": "",
}


@pytest.mark.parametrize("text", NO_ENVIRONMENT.values(), ids=NO_ENVIRONMENT)
def test_other_yaml_is_no_environment(read: Read, text: str) -> None:
    assert read({"a.py": "", "env.yml": text}) == ()
