"""The Debian packages that a program needs for running and for building."""

from collections.abc import Callable

import pytest

from dockerize_ml.facts.detectors.system_packages import system_packages
from dockerize_ml.facts.model import SystemPackages
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]

LOCK = """\
# Written by dockerize-ml 0.1.0: exact versions of all that the image installs.
# Made from: requirements.txt
# As of: 2018-05-08, last commit 2018-05-08
# Python: 3.7, it suits every package
# Inputs: 00
# Compiled: {compiled}

flask==1.0.2 \\
    --hash=sha256:aa
"""
RUNTIME: dict[str, tuple[dict[str, str], list[str]]] = {
    "a library that its wheel lacks": ({"requirements.txt": "flask\nlightgbm==4.0\n"}, ["libgomp1"]),
    "windows that nobody opens": ({"requirements.txt": "opencv-python\n"}, ["libgl1", "libglib2.0-0"]),
    "both builds of OpenCV": (
        {"requirements.txt": "opencv-python\nopencv-python-headless\n"},
        ["libgl1", "libglib2.0-0"],
    ),
    "the headless build": ({"requirements.txt": "opencv-python-headless\n"}, []),
    "through another distribution": ({"requirements.txt": "ultralytics\n"}, ["libgl1", "libglib2.0-0"]),
    "a wrapper that is required and imported": (
        {"requirements.txt": "pydub\n", "app.py": "from pydub import AudioSegment\n"},
        ["ffmpeg"],
    ),
    "a browser that only the tests drive": (
        {
            "requirements.txt": "django\nselenium\n",
            "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site1.settings')\n",
            "site1/__init__.py": "",
            "site1/settings.py": "INSTALLED_APPS = []\n",
            "site1/wsgi.py": "from django.core.wsgi import get_wsgi_application\n",
            "site1/tests/test_pages.py": "from selenium import webdriver\n",
        },
        [],
    ),
    "a wrapper that is only required": ({"requirements.txt": "gradio\npydub\n", "app.py": "import gradio\n"}, []),
    "an import that no manifest names": ({"app.py": "import cv2\n"}, ["libgl1", "libglib2.0-0"]),
    "an import that the headless build brings": (
        {"app.py": "import cv2\n", "requirements.txt": "opencv-contrib-python-headless\n"},
        [],
    ),
    "an import of what our lock does not install": (
        {
            "tables.py": "def from_pdf(path):\n    import tabula\n\n    return tabula.read_pdf(path)\n",
            "requirements.lock": "# Written by dockerize-ml 0.1.0.\n# Python: 3.11, it suits every package\n"
            "flask==3.0.0 --hash=sha256:00\n",
        },
        [],
    ),
    "an old version": ({"requirements.txt": "soundfile==0.10.3\n"}, ["libsndfile1"]),
    "a bound below the new version": ({"requirements.txt": "soundfile<0.12\n"}, ["libsndfile1"]),
    "a compatible old version": ({"requirements.txt": "soundfile~=0.10.0\n"}, ["libsndfile1"]),
    "a new version": ({"requirements.txt": "soundfile>=0.12\n"}, []),
    "an extra that brings the library": ({"requirements.txt": "psycopg[binary]\n"}, []),
    "the same without the extra": ({"requirements.txt": "psycopg\n"}, ["libpq5"]),
    "a development group": (
        {"pyproject.toml": '[project]\nname = "x"\nversion = "1"\ndependencies = ["flask"]\n\n'
         '[dependency-groups]\ndev = ["lightgbm"]\n'},
        [],
    ),
    "tkinter": ({"app.py": "import tkinter as tk\n"}, ["libtk8.6"]),
    "GeoDjango": (
        {"settings.py": 'INSTALLED_APPS = ["django.contrib.gis"]\n', "requirements.txt": "django\n"},
        ["gdal-bin", "libgeos-c1v5", "libproj25"],
    ),
    "static pictures of plots": (
        {"requirements.txt": "plotly\nkaleido\n", "app.py": 'import plotly\n\nfig.write_image("a.png")\n'},
        ["chromium"],
    ),
    "plots on a page": ({"requirements.txt": "plotly\nkaleido\n", "app.py": "import plotly\n"}, []),
    "a program that the code calls": ({"app.py": 'import os\n\nos.system("ffmpeg -i a.mp4 b.wav")\n'}, ["ffmpeg"]),
    "a locale by its name": (
        {"app.py": 'import locale\n\nNAME = "pt_BR.UTF-8"\nlocale.setlocale(locale.LC_ALL, NAME)\n'},
        ["locales-all"],
    ),
    "a locale of the user's own": ({"app.py": 'import locale\n\nlocale.setlocale(locale.LC_ALL, "")\n'}, []),
    "a locale of Windows": (
        {"app.py": 'import locale\n\nlocale.setlocale(locale.LC_ALL, "Portuguese_Brazil.1252")\n'},
        [],
    ),
    "a model that lowers its text": (
        {"app.py": "import onnxruntime\n", "models/a.onnx": "\x08\x08\x12StringNormalizer\n"},
        ["locales-all"],
    ),
    "a model that does not": ({"app.py": "import onnxruntime\n", "models/a.onnx": "\x08\x08\x12MatMul\n"}, []),
    "a model that nobody runs": ({"app.py": "print()\n", "models/a.onnx": "\x08StringNormalizer\n"}, []),
    "packages.txt, old names and tools": (
        {"packages.txt": "libgl1-mesa-glx\nbuild-essential\nffmpeg # sound\n# libx11\npython3-dev\nlibsm6=2:1.2\n"},
        ["ffmpeg", "libgl1", "libsm6"],
    ),
    "Aptfile with a URL": ({"Aptfile": "tesseract-ocr\nhttps://a.org/a.deb\n:repo:deb x y\n"}, ["tesseract-ocr"]),
    "headers become their library": ({"packages.txt": "libpq-dev portaudio19-dev\n"}, ["libportaudio2", "libpq5"]),
    "cog.yaml, one per line": (
        {"cog.yaml": 'build:\n  system_packages:\n    - "libgl1-mesa-glx"\n    - ffmpeg # x\n  python_version: 3\n'},
        ["ffmpeg", "libgl1"],
    ),
    "cog.yaml, in brackets": ({"cog.yaml": "build:\n  system_packages: [ffmpeg, 'sox']\n"}, ["ffmpeg", "sox"]),
    "nixpacks.toml": ({"nixpacks.toml": '[phases.setup]\naptPkgs = ["...", "libmagic1"]\n'}, ["libmagic1"]),
    "the README's command": (
        {"README.md": "sudo apt-get update && sudo apt-get install -y ffmpeg libsm6 nginx python3-pip libpq-dev\n"},
        ["ffmpeg", "libsm6"],
    ),
    "libraries of another release": (
        {"README.md": "    apt install libjpeg-turbo8 libtiff5 libimagequant0 libfoo-2.1t64 libyaml-0-2\n"},
        ["libjpeg62-turbo", "libtiff6", "libyaml-0-2"],
    ),
    "an older Dockerfile": (
        {"Dockerfile": "FROM python:3.9\nRUN apt-get update && apt-get install -y --no-install-recommends \\\n"
         "    libgl1-mesa-glx \\\n    vim \\\n && rm -rf /var/lib/apt/lists/*\n"},
        ["libgl1"],
    ),
    "conda brings its own": ({"environment.yml": "dependencies:\n  - python=3.10\n  - opencv\n  - lightgbm\n"}, []),
    "pip inside conda does not": (
        {"environment.yml": "dependencies:\n  - python=3.10\n  - numpy\n  - pip:\n    - lightgbm\n"},
        ["libgomp1"],
    ),
    "pip does what pixi does": ({"pixi.toml": "[dependencies]\npandas = '*'\nffmpeg = '*'\n"}, ["ffmpeg"]),
    "what a compiled one was linked against": (
        {"requirements.lock": LOCK.format(compiled="pillow==8.1.2, with the build tools of 2021-05-06, g++")},
        ["libfreetype6", "libjpeg62-turbo"],
    ),
    "what a compiled one computes with": (
        {"requirements.lock": LOCK.format(compiled="implicit==0.4.2, with the build tools of 2020-01-21, g++, OpenMP")},
        ["libgomp1"],
    ),
    "nothing": ({"requirements.txt": "flask\nnumpy\npandas\nscikit-learn\nxgboost\n"}, []),
}  # fmt: skip

BUILD: dict[str, tuple[dict[str, str], list[str]]] = {
    "no wheel": ({"requirements.txt": "psycopg2==2.9.9\n"}, ["gcc", "libc6-dev", "libpq-dev"]),
    "no wheel, says a lock of ours": (
        {"requirements.lock": LOCK.format(compiled="cffi==1.11.5, with the build tools of 2019-05-06, g++")},
        ["g++", "libffi-dev", "pkg-config"],
    ),
    "no wheel of an old version, says a lock of ours": (
        {"requirements.lock": LOCK.format(compiled="pillow==5.0.0, with the build tools of 2019-05-06, g++")},
        ["dpkg-dev", "g++", "libfreetype-dev", "libjpeg-dev", "zlib1g-dev"],
    ),
    "nothing to compile in what has no wheel": (
        {"requirements.lock": LOCK.format(compiled="blinker==1.4, with the build tools of 2019-05-06")},
        [],
    ),
    "a wheel": ({"requirements.txt": "psycopg2-binary==2.9.9\n"}, []),
    "extensions of the project's own": (
        {
            "setup.py": "from setuptools import Extension, setup\n\nsetup(name='shop', packages=['shop'], "
            "entry_points={'console_scripts': ['shop = shop:main']}, "
            "ext_modules=[Extension('shop.fast', ['shop/fast.c'])])\n"
        },
        ["g++"],
    ),
    "a source on git": ({"requirements.txt": "git+https://github.com/openai/CLIP.git\n"}, ["git"]),
}


@pytest.mark.parametrize("case", RUNTIME)
def test_runtime(case: str, survey_of: SurveyOf) -> None:
    files, packages = RUNTIME[case]
    assert list(_found(survey_of(files)).runtime) == packages


@pytest.mark.parametrize("case", BUILD)
def test_build(case: str, survey_of: SurveyOf) -> None:
    files, packages = BUILD[case]
    found = _found(survey_of(files))
    assert list(found.build) == packages
    assert "git" not in found.runtime


def test_evidence_names_package_and_reason(survey_of: SurveyOf) -> None:
    claim = next(system_packages(survey_of({"requirements.txt": "flask\nlightgbm\n"})))
    assert [(piece.path, piece.line, piece.reason) for piece in claim.evidence] == [
        ("requirements.txt", 2, "libgomp1: lightgbm needs it")
    ]


def test_the_compiler_is_told_of_once_and_for_what_is_compiled(survey_of: SurveyOf) -> None:
    tools = "with the build tools of 2020-06-16"
    lock = LOCK.format(compiled=f"pyyaml==5.3.1, {tools}, g++\n# Compiled: querystring-parser==1.2.4, {tools}")
    claim = next(system_packages(survey_of({"requirements.lock": lock})))
    assert [piece.reason for piece in claim.evidence] == ["g++: pyyaml has no wheel"]


def _found(survey: Survey) -> SystemPackages:
    claim = next(system_packages(survey))
    assert isinstance(claim.value, SystemPackages)
    return claim.value
