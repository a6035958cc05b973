"""What each manager's project is installed with."""

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

APP = "from flask import Flask\n\napp = Flask(__name__)\n"
PROJECT = '[project]\nname = "svc"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["flask"]\n'
POETRY = '[tool.poetry]\nname = "svc"\n[tool.poetry.dependencies]\npython = "^3.11"\nflask = "^3.0"\n'
ENVIRONMENT = "name: svc\nchannels: [conda-forge]\ndependencies:\n  - python=3.12\n  - flask\n  - r-base\n"
WINDOWS = "flask\npywin32==306\nsklearn\n"

# Files → what the Dockerfile has to say, in this order.
INSTALLED = {
    "a requirements file": (
        {"requirements.txt": "flask\n"},
        ["uv pip install --no-cache-dir", "--requirement requirements.txt"],
    ),
    "its includes are copied before it is read": (
        {"requirements.txt": "-r base/common.txt\n", "base/common.txt": "flask\n"},
        ["COPY requirements.txt ./", "COPY base/common.txt base/", "--requirement requirements.txt"],
    ),
    "a package of the project keeps its folder": (
        {"requirements.txt": "flask\n./libs/rates\n", "libs/rates/setup.py": "", "libs/rates/rates.py": ""},
        ["COPY requirements.txt ./", "COPY libs/rates libs/rates/", "--requirement requirements.txt"],
    ),
    "a manifest in a folder is installed from there": (
        {"backend/requirements.txt": "flask\n", "backend/app.py": APP},
        ["COPY backend/requirements.txt backend/", "WORKDIR /app/backend", "--requirement requirements.txt"],
    ),
    "lines that only Windows can install": (
        {"requirements.txt": WINDOWS},
        ["--regexp=pywin32==306", "requirements.linux.txt", "--requirement requirements.linux.txt", "scikit-learn"],
    ),
    "an application that settings name by its project": (
        {
            "requirements.txt": "pyramid==2.0\nwaitress==2.0.0\n",
            "setup.py": "from setuptools import setup\n\nsetup(name='svc', packages=['svc'])\n",
            "svc/__init__.py": "def main(settings, **rest): ...\n",
            "production.ini": "[app:main]\nuse = egg:svc\n\n[server:main]\nuse = egg:waitress#main\nlisten = *:6543\n",
            "app.py": "",
        },
        [
            *("--requirement requirements.txt", "COPY . ./", "uv pip install --no-cache-dir --no-deps", "EXPOSE 6543"),
            *('CMD ["gunicorn", "--bind", "0.0.0.0:6543"', '"--paste", "production.ini"]'),
        ],
    ),
    "pyproject without a lock": ({"pyproject.toml": PROJECT}, ["uv pip install", "--requirement pyproject.toml"]),
    "uv with its lock": (
        {"pyproject.toml": PROJECT, "uv.lock": 'version = 1\nrequires-python = ">=3.11"\n'},
        ["COPY pyproject.toml uv.lock ./", "uv sync --frozen --active --no-dev --no-install-workspace --no-cache"],
    ),
    "uv with the member of its workspace that it is built on": (
        {
            "pyproject.toml": "[project]\nname = 'all'\nversion = '1'\n[tool.uv.workspace]\nmembers = ['packages/*']\n",
            "uv.lock": 'version = 1\nrequires-python = ">=3.11"\n',
            "packages/core/pyproject.toml": "[project]\nname = 'core'\nversion = '1'\n",
            "packages/core/src/core/__init__.py": "def hello(): ...\n",
            "packages/api/pyproject.toml": "[project]\nname = 'api'\nversion = '1'\ndependencies = ['core', 'flask']\n"
            "[tool.uv.sources]\ncore = { workspace = true }\n",
            "packages/api/src/api/__init__.py": "",
            "packages/api/src/api/main.py": f"import core\n{APP}",
            "app.py": "",
        },
        ["COPY packages/core packages/core/", "uv sync --frozen --active --no-dev --no-install-project --no-cache"],
    ),
    "Poetry with its lock": (
        {"pyproject.toml": POETRY, "poetry.lock": '[metadata]\nlock-version = "2.1"\npython-versions = "^3.11"\n'},
        [
            "'poetry>=2,<3' 'poetry-plugin-export>=1.9'",
            "COPY pyproject.toml poetry.lock ./",
            "poetry export --output requirements.poetry.txt",
            "uv pip install --no-cache-dir --no-deps",
            "--requirement requirements.poetry.txt",
        ],
    ),
    "Poetry on a Python that its newest one does not run on": (
        {
            "pyproject.toml": POETRY.replace("^3.11", "~3.8"),
            "poetry.lock": '[metadata]\nlock-version = "1.1"\npython-versions = "~3.8"\n',
        },
        ["FROM python:3.8", "'poetry>=1.1,<2'"],
    ),
    "Poetry without one": ({"pyproject.toml": POETRY}, ["uv pip install", "'flask>=3.0,<4'"]),
    "Pipenv": ({"Pipfile": '[packages]\nflask = "*"\n'}, ["COPY Pipfile ./", "pipenv install --skip-lock"]),
    "setup.py needs the source beside it": (
        {"setup.py": "from setuptools import setup\nsetup(name='svc', install_requires=['flask'])\n"},
        ["COPY . ./", "uv pip install --no-cache-dir", "."],
    ),
    "conda": (
        {"environment.yml": ENVIRONMENT},
        ["FROM debian:bookworm-slim AS build", "COPY environment.yml ./", "micromamba create --yes --prefix /opt/venv"],
    ),
    "nothing but imports": ({}, ["uv pip install --no-cache-dir", "flask"]),
    "PyTorch without CUDA where nothing asks for a GPU": (
        {"requirements.txt": "flask\ntorch\n"},
        ["uv pip install --no-cache-dir --torch-backend cpu"],
    ),
}


# Lines of ``dependencies`` → what the Dockerfile has to say.
CONDA = {
    "lines of other systems are left out, however they are written": (
        '  - python=3.11\n  - flask\n  - "pywin32"  # [win]\n  - conda-forge::appnope\n  - pip:\n    - pywinpty==2.0\n',
        [
            "# Left out: conda-forge::appnope (environment.yml:7). It exists for macOS only.",
            "grep --invert-match --line-regexp --fixed-strings",
            "--regexp='  - \"pywin32\"  # [win]'",
            "--regexp='    - pywinpty==2.0'",
            "environment.yml > environment.linux.yml",
            "micromamba create --yes --prefix /opt/venv --file environment.linux.yml",
        ],
    ),
    "an export of another system keeps its versions and not its builds": (
        "  - python=3.11.4=h5ee8c40_0\n  - flask=2.2.2=py311hecd8cb5_0\n",
        [
            "those in environment.yml are of another system (environment.yml:5).",
            "sed --regexp-extended",
            "environment.yml > environment.linux.yml",
            "--file environment.linux.yml",
        ],
    ),
    "an export of Linux is taken as it is": (
        "  - python=3.11.4=h955ad1f_0\n  - flask=2.2.2=py311h06a4308_0\n",
        ["micromamba create --yes --prefix /opt/venv --file environment.yml \\\n"],
    ),
    "an open version of Python is settled": ("  - python>=3.9\n  - flask\n", ["--file environment.yml python=3.12"]),
    "a version that was given stands": ("  - python=3.9.*\n  - flask\n", ["--file environment.yml \\\n"]),
    "conda is told of the card, and of the CUDA that the file names": (
        "  - python=3.11\n  - flask\n  - cuda-version=12.4\n  - pytorch-gpu=2.4\n",
        ["CONDA_OVERRIDE_CUDA=12.4 micromamba create"],
    ),
    "the version of PyTorch is none of CUDA": (
        "  - python=3.11\n  - flask\n  - pytorch-gpu=2.4\n",
        ["CONDA_OVERRIDE_CUDA=12.9 micromamba create"],
    ),
    "what activating would set": (
        "  - python=3.11\n  - flask\n  - openjdk=17\nvariables:\n  OMP_NUM_THREADS: 2\n",
        ["CONDA_PREFIX=/opt/venv", "ENV OMP_NUM_THREADS=2", "ENV JAVA_HOME=/opt/venv/lib/jvm"],
    ),
    "pip's TensorFlow finds conda's CUDA": (
        "  - python=3.9\n  - cudatoolkit=11.2\n  - cudnn=8.1\n  - pip:\n    - tensorflow==2.10.1\n    - flask\n",
        ["CONDA_OVERRIDE_CUDA=11.2", "ENV LD_LIBRARY_PATH=/opt/venv/lib"],
    ),
}


@pytest.mark.parametrize(("lines", "words"), CONDA.values(), ids=CONDA.keys())
def test_what_conda_is_told(lines: str, words: list[str], folder: Make) -> None:
    head = "name: svc\nchannels: [conda-forge]\ndependencies:\n"
    text = dockerfile(folder({"app.py": APP, "environment.yml": head + lines}))
    at = 0
    for word in words:
        found = text.find(word, at)
        assert found >= 0, f"{word!r} is not behind {text[:at]!r} in\n{text}"
        at = found


def test_a_build_that_only_another_system_has_is_cut_off_and_nothing_else(tmp_path: Path, folder: Make) -> None:
    """The very command of the Dockerfile, over every way in which a line can be written."""
    lines = (
        "channels:\n  - https://conda.example.com/t=1=2/main\ndependencies:\n  - python=3.11.4=h5ee8c40_0\n"
        '  - conda-forge::flask=2.2.2=py311hecd8cb5_0  # why=this=one\n  - "numpy=1.24.3=py311hecd8cb5_0"\n'
        "  - pandas=1.5\n  - pip:\n    - click==8.1.3\n    - --index-url=https://example.com/?a=b=c\n"
    )
    text = dockerfile(folder({"app.py": APP, "environment.yml": lines}))
    expression = next(line for line in text.splitlines() if "sed --regexp-extended" in line).split("'")[1]
    whole = tmp_path / "whole.yml"
    whole.write_text(lines)
    done = subprocess.run(
        ["sed", "--regexp-extended", expression, str(whole)], capture_output=True, text=True, check=True
    )
    cut = lines.replace("=h5ee8c40_0", "").replace("=py311hecd8cb5_0", "")
    assert done.stdout == cut


def test_a_channel_is_named_where_the_file_names_none(folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "environment.yml": "dependencies:\n  - python=3.12\n  - flask\n"}))
    assert "--file environment.yml --channel conda-forge" in text


def test_a_secret_among_the_variables_stays_out(folder: Make) -> None:
    made = pipeline.generate(
        folder({"app.py": APP, "environment.yml": ENVIRONMENT + "variables:\n  API_KEY: abc\n  MODE: fast\n"})
    )
    assert "API_KEY" not in made.files.dockerfile
    assert "MODE=fast" in made.files.dockerfile
    assert any("API_KEY" in note.text for note in made.plan.notes)


@pytest.mark.parametrize("gpu", [None, True])
def test_cuda_that_nothing_insists_on_is_told_of(gpu: Literal[True] | None, folder: Make) -> None:
    lines = ENVIRONMENT + "  - pytorch\n  - pytorch-cuda=11.8\n"
    plan = pipeline.generate(folder({"app.py": APP, "environment.yml": lines}), {"gpu": gpu}).plan
    assert any("pytorch-cuda (environment.yml:8) brings CUDA" in note.text for note in plan.notes) is (gpu is None)
    assert plan.gpu is bool(gpu)


LOCKS = {
    "conda-lock.yml": "package:\n"
    + "".join(
        f"- name: {name}\n  version: {version}\n  manager: {manager}\n  platform: linux-64\n  category: main\n"
        for name, version, manager in (("python", "3.11.6", "conda"), ("flask", "3.0.0", "pip"))
    ),
    "conda-linux-64.lock": "@EXPLICIT\n"
    "https://conda.anaconda.org/conda-forge/linux-64/python-3.11.6-hab00c5b_0_cpython.conda#0\n"
    "https://conda.anaconda.org/conda-forge/noarch/flask-3.0.0-pyhd8ed1ab_0.conda#1\n",
}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_of_conda_is_used_as_it_is(name: str, folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "environment.yml": ENVIRONMENT, name: LOCKS[name]}))
    assert f"COPY {name} ./" in text
    assert f"micromamba create --yes --prefix /opt/venv --file {name} \\\n" in text
    assert "Python 3.11." in text


def dockerfile(root: Path, **settings: object) -> str:
    return pipeline.generate(root, settings).files.dockerfile


@pytest.mark.parametrize(("files", "words"), INSTALLED.values(), ids=INSTALLED.keys())
def test_each_manager(files: dict[str, str], words: list[str], folder: Make) -> None:
    root = folder(files if "backend/app.py" in files else {"app.py": APP, **files})
    text = dockerfile(root)
    at = 0
    for word in words:
        found = text.find(word, at)
        assert found >= 0, f"{word!r} is not behind {text[:at]!r} in\n{text}"
        at = found


def test_what_is_added_to_hashed_requirements_is_installed_apart(folder: Make) -> None:
    lines = f"flask==3.1.0 --hash=sha256:{'a' * 64}\n"
    text = dockerfile(folder({"app.py": APP, "requirements.txt": lines}))
    assert "--require-hashes \\\n        --requirement requirements.txt \\\n    && uv pip install" in text
    assert text.index("--require-hashes") < text.index("'gunicorn")


@pytest.mark.parametrize("option", ["--pre", "--trusted-host example.com"])
def test_pip_reads_what_uv_passes_over(option: str, folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "requirements.txt": f"{option}\nflask\n"}))
    assert "\n    && pip install --no-cache-dir" in text
    assert f"uv passes over {option.split(maxsplit=1)[0]} in requirements.txt" in text


def test_several_indexes_are_searched_as_pip_does(folder: Make) -> None:
    lines = "--extra-index-url https://packages.example.com/simple\nflask\n"
    assert "--index-strategy unsafe-best-match" in dockerfile(folder({"app.py": APP, "requirements.txt": lines}))


def test_a_pointer_in_place_of_a_model_is_told_of(folder: Make) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"
    code = f"import joblib\n{APP}model = joblib.load('model.joblib')\n"
    notes = pipeline.generate(folder({"app.py": code, "model.joblib": pointer})).plan.notes
    assert any("git lfs pull" in note.hint for note in notes)


def test_a_project_that_installs_itself_has_its_source_once_in_the_image(folder: Make) -> None:
    files = {"requirements.txt": "-e .\nflask\n", "setup.py": "from setuptools import setup\nsetup(name='svc')\n"}
    text = dockerfile(folder({"app.py": APP, **files}))
    assert text.index("AS build") < text.index("COPY requirements.txt . ./") < text.index("COPY --from=build")


def test_only_the_test_suites_of_packages_that_do_without_them_are_dropped(folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "requirements.txt": "flask\npandas==2.2.3\nscipy\ntables\nsunpy\n"}))
    assert "-path '*/pandas/tests' \\\n" in text
    assert "-path '*/scipy/*/tests' \\\n" in text
    assert "scipy/*/tests (16 MB), pandas/tests (13 MB) and numpy/[!_]*/tests (3 MB)." in text
    assert "tables/" not in text
    assert "-name tests" not in text
    assert "find /opt/venv" not in dockerfile(folder({"app.py": APP, "requirements.txt": "flask\n"}))


@pytest.mark.parametrize(
    ("path", "is_dropped"),
    [
        ("numpy/lib/tests", True),
        ("numpy/core/tests", True),
        # numpy.testing of 2.2.3 to 2.2.6 imports from them.
        ("numpy/_core/tests", False),
        ("numpy/_core/tests/data", False),
        # networkx/__init__.py imports these before 2.4.
        ("networkx/tests", False),
        ("networkx/algorithms/tests", True),
        ("svc/tests", False),
    ],
)
def test_what_a_package_imports_of_its_tests_stays(folder: Make, path: str, *, is_dropped: bool) -> None:
    root = folder({"app.py": APP, "requirements.txt": "flask\nnumpy\nnetworkx\n"})
    site = root / "venv" / "lib" / "python3.12" / "site-packages"
    (site / path).mkdir(parents=True)
    line = re.search(r"find /opt/venv (.*?) -exec rm", dockerfile(root), re.DOTALL)
    assert line
    words = ["find", str(root / "venv"), *shlex.split(line[1].replace("\\\n", " ")), "-print"]
    found = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
    assert (str(site / path) in found) is is_dropped


def test_nothing_is_dropped_where_nothing_may_be(folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "requirements.txt": "flask\n"}), drop=[])
    assert "find /opt/venv" not in text
    assert "compileall" in text
    text = dockerfile(folder({"app.py": APP, "requirements.txt": "flask\n"}), drop=["tests", "numpy/*.pyi"])
    assert "find /opt/venv \\( -name tests \\\n        -o -path '*/numpy/*.pyi' \\) -prune" in text


def test_headers_go_where_nothing_compiles_against_them(folder: Make) -> None:
    project = folder({"app.py": APP, "requirements.txt": "flask==3.0.0\ntensorflow-cpu==2.15.0\n"})
    text = dockerfile(project)
    assert "-path '*/tensorflow/include' \\) -prune" in text
    assert "is dropped: numpy/[!_]*/tests (3 MB) and tensorflow/include (268 MB)." in text
    assert "tensorflow/include" not in dockerfile(project, apt_packages=["g++"])


def test_an_author_who_names_pytorchs_index_is_heeded(folder: Make) -> None:
    lines = "--extra-index-url https://download.pytorch.org/whl/cu121\nflask\ntorch\n"
    assert "--torch-backend" not in dockerfile(folder({"app.py": APP, "requirements.txt": lines}))


def test_pip_instead_of_uv(folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "requirements.txt": "flask\n"}), installer="pip")
    assert "RUN python -m venv /opt/venv \\\n    && pip install --no-cache-dir" in text
    assert "/uv" not in text
    assert "uv pip" not in text


def test_a_source_folder_is_importable(folder: Make) -> None:
    files = {"pyproject.toml": PROJECT, "src/svc/__init__.py": "", "src/svc/web.py": "from svc import x\n" + APP}
    text = dockerfile(folder(files))
    assert "PYTHONPATH=/app/src" in text or "WORKDIR /app/src" in text
    assert '"svc.web:app"' in text


def test_a_console_script_brings_the_project_into_the_environment(folder: Make) -> None:
    project = (
        PROJECT
        + '[project.scripts]\nsvc = "svc.run:main"\n'
        + '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
    )
    code = "def main():\n    print('done')\n"
    text = dockerfile(folder({"pyproject.toml": project, "src/svc/__init__.py": "", "src/svc/run.py": code}))
    assert 'ENTRYPOINT ["svc"]' in text
    assert "uv pip install --no-cache-dir --no-deps" in text


ASKS = "from importlib.metadata import version\nfrom flask import Flask\n\napp = Flask(__name__)\n"
SETUP = (
    "from setuptools import setup\n\nsetup(name='svc', install_requires=['flask'], entry_points={'svc.readers': []})\n"
)
ASKED = {
    "its version": ("print(version('svc'))\n", True),
    "its version by its own name": ("print(version(__package__))\n", True),
    "its version, if it has one": ("try:\n    print(version('svc'))\nexcept Exception:\n    pass\n", False),
    "its version by a name that it gives itself": ("NAME = 'svc'\nprint(version(NAME))\n", True),
    "for its plug-ins": ("from importlib.metadata import entry_points\nentry_points(group='svc.readers')\n", True),
    "for those of another": ("from importlib.metadata import entry_points\nentry_points(group='readers')\n", False),
    "that of another": ("print(version('flask'))\n", False),
}


@pytest.mark.parametrize(("line", "is_installed"), ASKED.values(), ids=ASKED.keys())
def test_a_program_that_asks_for_its_own_version_is_installed(
    line: str,
    is_installed: bool,  # noqa: FBT001 - a row of the table
    folder: Make,
) -> None:
    files = {"requirements.txt": "flask==3.0.0\n", "setup.py": SETUP, "svc/__init__.py": ASKS + line}
    text = dockerfile(folder(files))
    place = f"svc/__init__.py:{4 + line.count(chr(10))}"
    assert (place in text and "--no-deps" in text) == is_installed
    assert text.count("COPY . ./") == int(is_installed)


def test_a_version_in_the_history_is_told_to_what_builds_the_project(folder: Make) -> None:
    project = (
        PROJECT
        + '[project.scripts]\nsvc = "svc.run:main"\n'
        + '[build-system]\nrequires = ["hatchling", "hatch-vcs"]\nbuild-backend = "hatchling.build"\n'
    )
    text = dockerfile(
        folder({"pyproject.toml": project, "src/svc/__init__.py": "", "src/svc/run.py": "def main(): 1\n"})
    )
    assert "SETUPTOOLS_SCM_PRETEND_VERSION=0.0.0 uv pip install --no-cache-dir --no-deps" in text


def test_a_setup_that_takes_what_went_is_built_with_tools_that_have_it(folder: Make) -> None:
    code = "import pkg_resources\n" + SETUP
    files = {"requirements.txt": "flask==3.0.0\n", "setup.py": code, "svc/__init__.py": f"{ASKS}version('svc')\n"}
    assert "--no-deps --exclude-newer 2026-02-05 ." in " ".join(dockerfile(folder(files)).split()).replace("\\ ", "")


CYTHON = "from Cython.Build import cythonize\n" + SETUP.replace("install_requires", "ext_modules=cythonize('x.pyx'), a")
EXTENDED = '[build-system]\nrequires = ["setuptools", "cython"]\nbuild-backend = "setuptools.build_meta"\n'


@pytest.mark.parametrize("project", ["", EXTENDED], ids=["taken for granted", "told"])
def test_a_project_with_extensions_is_compiled_in_its_folder(project: str, folder: Make) -> None:
    code = "from flask import Flask\nimport svc.x\n\napp = Flask(__name__)\n"
    files = {"requirements.txt": "flask==3.0.0\n", "setup.py": CYTHON, "svc/__init__.py": "", "app.py": code}
    text = dockerfile(folder({**files, **({"pyproject.toml": project} if project else {})}))
    words = " ".join(text.replace("\\\n", " ").split())
    isolation = "" if project else "--no-build-isolation "
    assert f"uv pip install --no-cache-dir --no-deps {isolation}--editable ." in words
    assert ("'setuptools>=65.6,<82' wheel cython" in words) != bool(project)
    assert "g++" in text
    assert "COPY --from=build --chown=10001:10001 /app/ /app/" in text
    assert "setup.py:4" in text


@pytest.mark.parametrize(
    ("imports", "pip"),
    [
        ("from pip.req import parse_requirements", "'pip<10'"),
        ("from pip._internal.req import parse_requirements", "'pip<20.1'"),
        ("from pip._internal.download import PipSession\nfrom pip.req import parse_requirements", "'pip<19.3'"),
        ("import pip", "pip"),
        ("from svc import __version__", ""),
    ],
)
def test_a_setup_that_imports_more_than_setuptools_is_built_beside_it(imports: str, pip: str, folder: Make) -> None:
    code = f"{imports}\n{SETUP}"
    files = {"requirements.txt": "flask==3.0.0\n", "setup.py": code, "svc/__init__.py": f"{ASKS}version('svc')\n"}
    words = " ".join(dockerfile(folder(files)).replace("\\\n", " ").split())
    tools = f"'setuptools>=40.8.0' wheel {pip}".strip()
    assert f"{tools} && uv pip install --no-cache-dir --no-deps --no-build-isolation . &&" in words


@pytest.mark.parametrize(
    ("more", "setup", "is_linked"),
    [
        ({"svc/templates/a.html": "x"}, SETUP, True),
        ({"svc/a.py": ""}, SETUP, False),
        ({"svc/templates/a.html": "x", "MANIFEST.in": "graft svc"}, SETUP, True),
        (
            {"svc/templates/a.html": "x", "MANIFEST.in": "graft svc"},
            SETUP.replace("install_requires", "include_package_data=True, install_requires"),
            False,
        ),
        (
            {"svc/a.json": "{}"},
            SETUP.replace("install_requires", "package_data={'svc': ['a.json']}, install_requires"),
            False,
        ),
        ({"svc/a.json": "{}", "pyproject.toml": "[build-system]\nbuild-backend = 'hatchling.build'\n"}, SETUP, False),
    ],
    ids=["left out", "nothing to leave out", "not asked for", "asked for", "listed", "another builder"],
)
def test_a_package_that_would_lose_files_stays_in_its_folder(
    more: dict[str, str], setup: str, folder: Make, *, is_linked: bool
) -> None:
    code = f"{ASKS}version('svc')\n"
    files = {"requirements.txt": "flask==3.0.0\n", "setup.py": setup, "svc/__init__.py": code, **more}
    text = dockerfile(folder(files))
    assert ("uv pip install --no-cache-dir --no-deps --editable" in text) == is_linked
    assert ("would stay behind" in text) == is_linked


def test_what_is_missing_and_what_is_fetched_is_said(folder: Make) -> None:
    code = (
        "import joblib\nfrom transformers import AutoModel\n" + APP + "model = joblib.load('model.pkl')\n"
        "bert = AutoModel.from_pretrained('bert-base-uncased')\n"
    )
    notes = " ".join(
        note.text for note in pipeline.generate(folder({"app.py": code, "requirements.txt": "flask\n"})).plan.notes
    )
    assert "model.pkl is opened (app.py:6) but is not in the folder" in notes
    assert "bert-base-uncased is fetched from the Hugging Face hub" in notes


def test_micromamba_keeps_its_packages_where_the_cache_is_mounted(folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "environment.yml": ENVIRONMENT}), cache="mount")
    assert (
        "--mount=type=cache,target=/root/.mamba/pkgs \\\n    CONDA_PKGS_DIRS=/root/.mamba/pkgs micromamba create"
        in text
    )


@pytest.mark.parametrize(
    ("pin", "path"),
    [("==1.17.0", "/healthz"), ("==1.18.0", "/_stcore/health"), (">=1.10", "/_stcore/health"), ("", "/_stcore/health")],
)
def test_the_health_path_is_that_of_the_pinned_version(pin: str, path: str, folder: Make) -> None:
    app = "import streamlit as st\nst.title('x')\n"
    assert f"'GET', '{path}'" in dockerfile(folder({"app.py": app, "requirements.txt": f"streamlit{pin}\n"}))
