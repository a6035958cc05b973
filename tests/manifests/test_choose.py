"""Which of several dependency files a deployment installs from."""

from collections.abc import Callable

import pytest

from dockerize_ml.manifests.choose import choose
from dockerize_ml.manifests.requirement import Manifest

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]
Files = dict[str, str | bytes]

POETRY = "[tool.poetry]\nname='a'\n[tool.poetry.dependencies]\npython='^3.10'\nflask='^3'\nnumpy='*'\n"
PLAIN = "[project]\nname='a'\nversion='1'\ndependencies=['flask','numpy','pandas','scipy']\n"
CONDA = "dependencies:\n- python=3.10\n- numpy\n- flask\n"
CONDA_LOCK = "package:\n- name: flask\n  version: 3.0\n  manager: conda\n  platform: linux-64\n"
EXPLICIT = "@EXPLICIT\nhttps://conda.anaconda.org/conda-forge/noarch/flask-3.0.0-pyhd8ed1ab_0.conda\n"
CASES: dict[str, tuple[Files, str, str]] = {
    "requirements alone": ({"requirements.txt": "flask"}, "requirements.txt", "pip"),
    "Poetry with an export": ({"pyproject.toml": POETRY, "requirements.txt": "flask"}, "pyproject.toml", "poetry"),
    "Poetry with its lock and an export": (
        {"pyproject.toml": POETRY, "poetry.lock": "", "requirements.txt": "flask"},
        "pyproject.toml",
        "poetry",
    ),
    "uv's lock and an export": (
        {"pyproject.toml": PLAIN, "uv.lock": "", "requirements.txt": "flask"},
        "pyproject.toml",
        "uv",
    ),
    "tool settings beside a list": (
        {"pyproject.toml": "[tool.black]\nline-length=100\n", "requirements.txt": "flask"},
        "requirements.txt",
        "pip",
    ),
    "project without dependencies beside a list": (
        {"pyproject.toml": "[project]\nname='a'\n", "requirements.txt": "flask"},
        "requirements.txt",
        "pip",
    ),
    "frozen list of a plain project": (
        {"pyproject.toml": PLAIN, "requirements.txt": "flask==1\nnumpy==1\npandas==1\nscipy==1\nclick==8\n"},
        "requirements.txt",
        "pip",
    ),
    "list for developers without a name": (
        {"pyproject.toml": PLAIN, "requirements.txt": "pytest\nblack\n"},
        "pyproject.toml",
        "pip",
    ),
    "list that installs the project": (
        {"pyproject.toml": PLAIN, "requirements.txt": "-e .\n"},
        "requirements.txt",
        "pip",
    ),
    "setup.py alone": ({"setup.py": "setup(install_requires=['flask'])"}, "setup.py", "setuptools"),
    "setup.py of a template beside a list": (
        {"setup.py": "setup(name='src')", "requirements.txt": "flask"},
        "requirements.txt",
        "pip",
    ),
    "setup.py and a list": (
        {"setup.py": "setup(install_requires=['flask'])", "requirements.txt": "flask==3"},
        "requirements.txt",
        "pip",
    ),
    "setup.py that reads the list": (
        {"setup.py": "setup(install_requires=open('requirements.txt').read())", "requirements.txt": "flask"},
        "requirements.txt",
        "pip",
    ),
    "conda-lock's lock beside what it was made from and a list": (
        {"environment.yml": CONDA, "conda-lock.yml": CONDA_LOCK, "requirements.txt": "flask\nnumpy\n"},
        "conda-lock.yml",
        "conda",
    ),
    "conda's list of addresses beside its environment": (
        {"environment.yml": CONDA, "spec-file.txt": EXPLICIT},
        "spec-file.txt",
        "conda",
    ),
    "conda's list of addresses beside a list for pip": (
        {"requirements.txt": "flask\nnumpy\n", "spec-file.txt": EXPLICIT},
        "requirements.txt",
        "pip",
    ),
    "conda beside a list of two": (
        {"environment.yml": CONDA + "- pandas\n- scipy\n- pytorch\n", "requirements.txt": "black\nsphinx"},
        "environment.yml",
        "conda",
    ),
    "conda that installs the package": (
        {"environment.yml": CONDA + "- pip:\n  - -e .\n", "setup.py": "setup(install_requires=['numpy'])"},
        "environment.yml",
        "conda",
    ),
    "export of conda beside a list": (
        {"environment.yml": CONDA + "".join(f"- p{n}\n" for n in range(80)), "requirements.txt": "flask\nnumpy"},
        "requirements.txt",
        "pip",
    ),
    "hidden folder": (
        {".devcontainer/requirements.txt": "black", "app/requirements.txt": "flask"},
        "app/requirements.txt",
        "pip",
    ),
    "pyproject for the build only, setup.cfg for the rest": (
        {
            "pyproject.toml": "[build-system]\nrequires=['setuptools']\n",
            "setup.cfg": "[options]\ninstall_requires=flask\n",
        },
        "setup.cfg",
        "setuptools",
    ),
    "conda alone": ({"environment.yml": CONDA}, "environment.yml", "conda"),
    "conda and a list": ({"environment.yml": CONDA, "requirements.txt": "flask\nnumpy"}, "requirements.txt", "pip"),
    "conda that includes the list": (
        {"environment.yml": CONDA + "- pip:\n  - -r requirements.txt\n", "requirements.txt": "flask\nnumpy"},
        "requirements.txt",
        "pip",
    ),
    "conda with what only conda has": (
        {"environment.yml": CONDA + "- r-base\n", "requirements.txt": "flask\nnumpy"},
        "environment.yml",
        "conda",
    ),
    "Pipfile and its lock": (
        {"Pipfile": "[packages]\nflask='*'\n", "Pipfile.lock": "{}", "requirements.txt": "flask"},
        "Pipfile",
        "pipenv",
    ),
    "Pipfile that nobody locked": (
        {"Pipfile": "[packages]\nflask='*'\n", "requirements.txt": "flask"},
        "requirements.txt",
        "pip",
    ),
    "lists for developers": (
        {"dev-requirements.txt": "pytest", "requirements.txt": "flask", "docs/requirements.txt": "sphinx"},
        "requirements.txt",
        "pip",
    ),
    "only a list for developers": ({"requirements-dev.txt": "flask"}, "requirements-dev.txt", "pip"),
    "cookiecutter's folder": (
        {
            "requirements/base.txt": "django",
            "requirements/local.txt": "-r base.txt\npytest",
            "requirements/production.txt": "-r base.txt\ngunicorn",
        },
        "requirements/production.txt",
        "pip",
    ),
    "compiled list and its source": (
        {"requirements.in": "flask", "requirements.txt": "flask==3\nclick==8"},
        "requirements.txt",
        "pip",
    ),
    "below the root": (
        {"README.md": "", "backend/requirements.txt": "flask", "docs/requirements.txt": "sphinx"},
        "backend/requirements.txt",
        "pip",
    ),
    "root before nested": (
        {"requirements.txt": "flask", "backend/requirements.txt": "django"},
        "requirements.txt",
        "pip",
    ),
    "nothing asked for in the root": (
        {"requirements.txt": "", "backend/requirements.txt": "django"},
        "backend/requirements.txt",
        "pip",
    ),
    "for another machine": (
        {"requirements_mac.txt": "flask", "requirements_gpu.txt": "flask"},
        "requirements_gpu.txt",
        "pip",
    ),
    "for a part": (
        {"requirements.txt": "streamlit", "requirements-llm.txt": "llama-cpp-python"},
        "requirements.txt",
        "pip",
    ),
    "only one, and for a part": ({"my_flask_requirements.txt": "flask"}, "my_flask_requirements.txt", "pip"),
    "imports": ({"app.py": "import flask"}, ".", "none"),
    "lock without its manifest": ({"pylock.toml": "[[packages]]\nname='flask'\n"}, "pylock.toml", "pip"),
}


@pytest.mark.parametrize(("files", "path", "manager"), CASES.values(), ids=CASES)
def test_settles(read: Read, files: Files, path: str, manager: str) -> None:
    found = read({"README.md": "", **files})
    choice = choose(found)
    assert choice.winner is not None
    assert (choice.winner.path, choice.winner.manager) == (path, manager)
    named = {choice.winner.path, *choice.winner.includes, *(loser.manifest.path for loser in choice.losers)}
    assert named >= {one.path for one in found}
    assert all(loser.reason.endswith(".") for loser in choice.losers)


def test_nearest_to_the_program_wins(read: Read) -> None:
    found = read(
        {"requirements.txt": "a", "web/requirements.txt": "b", "worker/requirements.txt": "c", "worker/jobs/x.py": ""}
    )
    winners = [choose(found, folder).winner for folder in (".", "web", "worker/jobs", "web/deep/er", "other")]
    assert [winner.path if winner else None for winner in winners] == [
        "requirements.txt",
        "web/requirements.txt",
        "worker/requirements.txt",
        "web/requirements.txt",
        "requirements.txt",
    ]


def test_program_in_a_folder_named_demo_has_its_list(read: Read) -> None:
    found = read({"train.py": "import torch", "demo/requirements.txt": "gradio", "demo/app.py": ""})
    winners = [choose(found, folder).winner for folder in (".", "demo")]
    assert [winner.path if winner else None for winner in winners] == [".", "demo/requirements.txt"]


def test_losers_are_told_why(read: Read) -> None:
    files: Files = {
        "pyproject.toml": POETRY,
        "poetry.lock": "",
        "requirements.txt": "flask",
        "requirements-dev.txt": "pytest",
        "api/requirements.txt": "flask",
    }
    reasons = {loser.manifest.path: loser.reason for loser in choose(read(files)).losers}
    assert reasons == {
        "requirements.txt": "`poetry.lock` says that poetry installs this project.",
        "api/requirements.txt": "`pyproject.toml` is nearer to the program.",
        "requirements-dev.txt": "Its name says that it is for development.",
    }


def test_without_manifests_nobody_wins() -> None:
    assert choose(()) == (None, ())
