"""From facts to the image: what an expert would have written for these facts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.config import Settings
from dockerize_ml.errors import ProjectError
from dockerize_ml.plan.model import (
    Become,
    Command,
    Entrypoint,
    Environment,
    Expose,
    Healthcheck,
    Install,
    Layer,
    Plan,
    Step,
    StopSignal,
    SystemPackages,
)
from dockerize_ml.plan.tag import tag_for

FLASK = "from flask import Flask\n\napp = Flask(__name__)\n\n@app.route('/')\ndef home():\n    return 'hi'\n"
MAIN = "\nif __name__ == '__main__':\n    app.run(port=5000)\n"

STREAMLIT = "import streamlit as st\n\nst.title('Hello')\n"
NOTEBOOK = (
    '{"cells": [{"cell_type": "code", "source": ["import numpy"], "metadata": {}, "outputs": [], '
    '"execution_count": null}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
)

Make = Callable[[dict[str, str]], Path]


def plan_of(root: Path, **settings: object) -> Plan:
    return pipeline.plan(pipeline.inspect(root, settings), Settings().with_flags(settings), root.name)


def steps(plan: Plan, kind: type[Step]) -> list[Step]:
    flat = [
        each
        for stage in plan.stages
        for step in stage.steps
        for each in (step.commands if isinstance(step, Layer) else (step,))
    ]
    return [step for step in flat if isinstance(step, kind)]


def command(plan: Plan) -> tuple[str, ...]:
    (step,) = steps(plan, Command)
    assert isinstance(step, Command)
    return step.arguments


def test_flask_gets_a_production_server_and_the_user_hears_of_it(folder: Make) -> None:
    plan = plan_of(folder({"app.py": FLASK + MAIN, "requirements.txt": "flask\n"}))
    assert command(plan)[:3] == ("gunicorn", "--bind", "0.0.0.0:5000")
    assert command(plan)[-1] == "app:app"
    (install,) = steps(plan, Install)
    assert isinstance(install, Install)
    assert install.packages == ("gunicorn>=22",)
    assert "gunicorn is added" in plan.notes[0].text


def test_a_server_of_an_extra_is_added_in_the_version_that_it_pins(folder: Make) -> None:
    project = (
        '[project]\nname = "shop"\nversion = "1"\ndependencies = ["flask==3.1.2"]\n'
        '[project.optional-dependencies]\nprod = ["waitress==3.0.2"]\n'
    )
    plan = plan_of(folder({"app.py": FLASK, "pyproject.toml": project}))
    assert command(plan)[0] == "waitress-serve"
    packages = [name for step in steps(plan, Install) if isinstance(step, Install) for name in step.packages]
    assert "waitress==3.0.2" in packages


CHANNELS = (
    "from channels.routing import ProtocolTypeRouter\nfrom django.core.asgi import get_asgi_application\n\n"
    "application = ProtocolTypeRouter({'http': get_asgi_application()})\n"
)
MANAGE = (
    "import os, sys\nfrom django.core.management import execute_from_command_line\n\n"
    "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site1.settings')\n"
    "if __name__ == '__main__':\n    execute_from_command_line(sys.argv)\n"
)
SETTINGS = "INSTALLED_APPS = ['django.contrib.auth']\nASGI_APPLICATION = 'site1.asgi.application'\n"


def test_a_framework_that_makes_both_is_served_as_what_it_made(folder: Make) -> None:
    root = folder(
        {
            "manage.py": MANAGE,
            "site1/__init__.py": "",
            "site1/settings.py": SETTINGS,
            "site1/asgi.py": CHANNELS,
            "requirements.txt": "django\nchannels\n",
        }
    )
    plan = plan_of(root)
    assert command(plan)[-5:] == ("-b", "0.0.0.0", "-p", "8000", "site1.asgi:application")
    (install,) = steps(plan, Install)
    assert isinstance(install, Install)
    assert [each.partition(">")[0] for each in install.packages] == ["daphne"]


@pytest.mark.parametrize(
    ("asgi", "told"),
    [
        (CHANNELS, {"DJANGO_SETTINGS_MODULE": "site1.settings"}),
        (f"import os\n{CHANNELS}os.environ['DJANGO_SETTINGS_MODULE'] = 'site1.settings'\n", {}),
        (f"from site1 import chosen\n{CHANNELS}", {}),
    ],
    ids=["it names no settings", "it names them", "what it imports names them"],
)
def test_an_application_that_names_no_settings_is_told(asgi: str, told: dict[str, str], folder: Make) -> None:
    root = folder(
        {
            "manage.py": MANAGE,
            "site1/__init__.py": "",
            "site1/settings.py": SETTINGS,
            "site1/asgi.py": asgi,
            "site1/chosen.py": "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', os.environ['SITE'])\n",
            "requirements.txt": "django\nchannels\n",
        }
    )
    made = (each for each in steps(plan_of(root), Environment) if isinstance(each, Environment))
    variables = dict(pair for each in made for pair in each.variables)
    words = command(plan_of(root))
    assert words[-5:] == ("-b", "0.0.0.0", "-p", "8000", "site1.asgi:application")
    assert ("django.setup()" in words[2]) == bool(told)
    assert {name: value for name, value in variables.items() if name.startswith("DJANGO")} == told


def test_its_parts_are_loaded_before_it_where_its_tables_are_made_first(folder: Make) -> None:
    database = "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': 'db.sqlite3'}}\n"
    root = folder(
        {
            "manage.py": MANAGE,
            "site1/__init__.py": "",
            "site1/settings.py": SETTINGS + database,
            "site1/asgi.py": CHANNELS,
            "requirements.txt": "django\nchannels\n",
        }
    )
    line = command(plan_of(root))[2]
    assert line.startswith("python manage.py migrate --noinput; exec python -c 'import django; django.setup();")
    assert line.endswith("-b 0.0.0.0 -p 8000 site1.asgi:application")


CONNEXION = "import connexion\n\napp = connexion.App(__name__)\napp.add_api('api.yaml')\n"


@pytest.mark.parametrize(
    ("requirement", "settings", "server"),
    [
        ("connexion==2.14.1", {}, "gunicorn"),
        ("connexion==3.0.5", {}, "uvicorn"),
        ("connexion", {"as_of": "2022-11-15"}, "gunicorn"),
        ("connexion", {"as_of": "2024-11-15"}, "uvicorn"),
    ],
)
def test_what_became_asgi_is_served_as_what_it_was(
    requirement: str, settings: dict[str, object], server: str, folder: Make
) -> None:
    plan = plan_of(folder({"app.py": CONNEXION, "requirements.txt": f"{requirement}\n"}), **settings)
    assert command(plan)[0] == server
    (install,) = steps(plan, Install)
    assert isinstance(install, Install)
    assert [each.partition(">")[0] for each in install.packages] == [server]


def test_a_server_that_is_required_is_not_added(folder: Make) -> None:
    plan = plan_of(folder({"app.py": FLASK + MAIN, "requirements.txt": "flask\ngunicorn==23.0.0\n"}))
    (install,) = steps(plan, Install)
    assert isinstance(install, Install)
    assert install.packages == ()
    assert plan.notes == ()


def test_the_projects_own_server_is_taken(folder: Make) -> None:
    plan = plan_of(folder({"app.py": FLASK + MAIN, "requirements.txt": "flask\nwaitress\n"}))
    assert command(plan)[0] == "waitress-serve"


def test_an_object_behind_a_dot_gets_a_server_that_takes_it(folder: Make) -> None:
    dash = "from dash import Dash, html\n\napp = Dash(__name__)\napp.layout = html.P()\n"
    run = "\nif __name__ == '__main__':\n    app.run(host='0.0.0.0', port=8050)\n"
    plan = plan_of(folder({"index.py": dash + run, "requirements.txt": "dash\ngunicorn\n"}))
    assert command(plan)[0] == "waitress-serve"
    assert command(plan)[-1] == "index:app.server"


def test_a_server_that_leaves_sigterm_to_python_is_stopped_by_another_signal(folder: Make) -> None:
    dash = "import dash\n\napp = dash.Dash(__name__)\napp.layout = dash.html.Div()\n"
    plan = plan_of(folder({"app.py": dash, "requirements.txt": "dash\n"}))
    assert command(plan)[0] == "waitress-serve"
    (signal,) = steps(plan, StopSignal)
    assert isinstance(signal, StopSignal)
    assert signal.signal == "SIGINT"


def test_a_file_that_starts_bottle_itself_is_run(folder: Make) -> None:
    bottle = (
        "from bottle import route, run\n\n@route('/')\ndef home():\n    return 'hi'\n\nrun(host='0.0.0.0', port=8080)\n"
    )
    plan = plan_of(folder({"book.py": bottle, "requirements.txt": "bottle\n"}))
    assert command(plan) == ("python", "book.py")


def test_a_file_that_starts_dash_itself_is_told_to_listen_for_others(folder: Make) -> None:
    made = "from dash import Dash\n\n\ndef create_app() -> Dash:\n    return Dash(__name__)\n\n\n"
    starts = "if __name__ == '__main__':\n    create_app().run(port=8051)\n"
    plan = plan_of(folder({"app.py": made + starts, "requirements.txt": "dash==3.2.0\n"}))
    assert command(plan) == ("python", "app.py")
    assert ("HOST", "0.0.0.0") in [
        pair for step in steps(plan, Environment) if isinstance(step, Environment) for pair in step.variables
    ]


def test_fastapi_is_served_by_uvicorn(folder: Make) -> None:
    code = "from fastapi import FastAPI\napp = FastAPI()\n\n@app.get('/health')\ndef health():\n    return {}\n"
    plan = plan_of(folder({"main.py": code, "requirements.txt": "fastapi\nuvicorn\n"}))
    assert command(plan)[:6] == ("uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000")
    (check,) = steps(plan, Healthcheck)
    assert isinstance(check, Healthcheck)
    assert (check.port, check.path) == (8000, "/health")


POETRY = """[tool.poetry]
name = "svc"
version = "1"
[tool.poetry.dependencies]
python = "^3.11"
fastapi = "*"
uvicorn = "*"
"""
LOCK = """[[package]]
name = "uvicorn"
version = "{version}"
optional = false
python-versions = ">=3.7"
files = []

[metadata]
lock-version = "2.0"
python-versions = "^3.11"
content-hash = "x"
"""


@pytest.mark.parametrize(("version", "is_told"), [("0.20.0", False), ("0.22.0", True)])
def test_a_server_is_told_what_the_locked_version_knows(version: str, is_told: bool, folder: Make) -> None:  # noqa: FBT001
    app = "from fastapi import FastAPI\n\napp = FastAPI()\n"
    made = plan_of(folder({"app.py": app, "pyproject.toml": POETRY, "poetry.lock": LOCK.format(version=version)}))
    assert ("--timeout-graceful-shutdown" in command(made)) is is_told


def test_a_script_is_a_job_without_port_or_health_check(folder: Make) -> None:
    plan = plan_of(
        folder({"train.py": "if __name__ == '__main__':\n    print('trained')\n", "requirements.txt": "numpy\n"})
    )
    (entry,) = steps(plan, Entrypoint)
    assert isinstance(entry, Entrypoint)
    assert entry.arguments == ("python", "train.py")
    assert not steps(plan, Expose)
    assert not steps(plan, Healthcheck)
    # Python as process 1 ignores SIGTERM.
    assert steps(plan, StopSignal)


def test_nobody_is_root(folder: Make) -> None:
    plan = plan_of(folder({"app.py": FLASK + MAIN, "requirements.txt": "flask\n"}))
    (become,) = steps(plan, Become)
    assert isinstance(become, Become)
    assert become.uid >= 10000


def test_a_system_library_comes_with_its_reason(folder: Make) -> None:
    plan = plan_of(folder({"app.py": FLASK + MAIN, "requirements.txt": "flask\nlightgbm\n"}))
    (packages,) = steps(plan, SystemPackages)
    assert isinstance(packages, SystemPackages)
    assert "libgomp1" in packages.packages
    assert any("lightgbm" in line and "requirements.txt:2" in line for line in packages.why)


def test_what_a_program_opens_is_never_ignored(folder: Make) -> None:
    code = "import joblib\n" + FLASK + "model = joblib.load('mlruns/model.joblib')\n" + MAIN
    root = folder({"app.py": code, "requirements.txt": "flask\njoblib\n", "mlruns/model.joblib": "x"})
    plan = plan_of(root)
    assert all("**/mlruns" not in group.patterns for group in plan.ignore)


# Files → what is added, because the command needs it and nobody requires it.
LACKING = {
    "what reads a notebook for Panel": (
        {"look.ipynb": NOTEBOOK.replace("import numpy", "pn.Row().servable()"), "requirements.txt": "panel==1.4.0\n"},
        ("nbconvert",),
    ),
    "notebooks alone": ({"a.ipynb": NOTEBOOK, "requirements.txt": "numpy\n"}, ("jupyterlab",)),
    "notebooks that bring it": ({"a.ipynb": NOTEBOOK, "requirements.txt": "numpy\njupyterlab\n"}, ()),
    "a dashboard's own program": ({"a.py": STREAMLIT, "requirements.txt": "pandas\n"}, ("streamlit",)),
    "a dashboard that requires it": ({"a.py": STREAMLIT, "requirements.txt": "streamlit==1.40\n"}, ()),
    "a script needs nothing": ({"a.py": "print(1)\n", "requirements.txt": "numpy\n"}, ()),
}


@pytest.mark.parametrize(("files", "added"), LACKING.values(), ids=LACKING.keys())
def test_what_the_command_needs_is_installed(files: dict[str, str], added: tuple[str, ...], folder: Make) -> None:
    (install,) = steps(plan_of(folder(files)), Install)
    assert isinstance(install, Install)
    assert install.packages == added


def test_an_old_streamlit_finds_the_file_that_it_would_call_sudo_for(folder: Make) -> None:
    plan = plan_of(folder({"app.py": STREAMLIT, "requirements.txt": "streamlit==0.75.0\n"}))
    layers = [step for stage in plan.stages for step in stage.steps if isinstance(step, Layer)]
    assert any("calls sudo" in line for layer in layers for line in layer.why)


def test_settings_decide(folder: Make) -> None:
    root = folder({"app.py": FLASK + MAIN, "requirements.txt": "flask\n"})
    plan = plan_of(root, port=9000, python="3.13", workers=3, comments="none", cache="mount")
    assert "0.0.0.0:9000" in command(plan)
    assert command(plan)[command(plan).index("--workers") + 1] == "3"
    assert all(step.why == () for stage in plan.stages for step in stage.steps)
    text = pipeline.render(plan).dockerfile
    assert "FROM python:3.13-slim-bookworm" in text
    assert "--mount=type=cache,target=/root/.cache/uv" in text


def test_packages_that_the_user_names_are_installed(folder: Make) -> None:
    root = folder({"app.py": FLASK + MAIN, "requirements.txt": "flask\n"})
    plan = plan_of(root, requirements=["Gunicorn<21", "openpyxl"], build_packages=["cmake"])
    (install,) = steps(plan, Install)
    assert isinstance(install, Install)
    assert install.packages == ("Gunicorn<21", "openpyxl")
    text = pipeline.render(plan).dockerfile
    assert "'Gunicorn<21'" in text
    assert text.index("cmake") < text.index("uv pip install") < text.rindex("FROM ")


def test_a_folder_that_starts_nothing_is_refused_with_the_flag_to_use(folder: Make) -> None:
    with pytest.raises(ProjectError) as caught:
        plan_of(folder({"numbers.py": "ONE = 1\n", "letters.py": "A = 'a'\n"}))
    assert "--entrypoint" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("from . import data\n", ("python", "-m", "shop.train")),
        ("from shop import data\n", ("python", "shop/train.py")),
        ("try:\n    from . import data\nexcept ImportError:\n    import data\n", ("python", "shop/train.py")),
    ],
    ids=["of its package", "by its full name", "of its package, or else beside it"],
)
def test_a_file_that_imports_what_is_beside_it_is_started_so_that_it_can(
    text: str, words: tuple[str, ...], folder: Make
) -> None:
    files = {"shop/__init__.py": "", "shop/data.py": "X = 1\n"}
    plan = plan_of(folder({**files, "shop/train.py": f"{text}\nif __name__ == '__main__':\n    print(data.X)\n"}))

    (step,) = steps(plan, Entrypoint)
    assert isinstance(step, Entrypoint)
    assert step.arguments == words


def test_a_spider_is_started_by_its_name(folder: Make) -> None:
    spider = "import scrapy\n\nclass Quotes(scrapy.Spider):\n    name = 'quotes-css'\n"
    plan = plan_of(folder({"scrapy.cfg": "[settings]\ndefault = q.settings\n", "q/spiders/css.py": spider}))

    (step,) = steps(plan, Entrypoint)
    assert isinstance(step, Entrypoint)
    assert step.arguments == ("scrapy", "crawl", "quotes-css")


def test_a_package_is_started_as_a_module(folder: Make) -> None:
    plan = plan_of(folder({"tool/__init__.py": "", "tool/__main__.py": "from . import x\nprint('ran')\n"}))
    (entry,) = steps(plan, Entrypoint)
    assert isinstance(entry, Entrypoint)
    assert entry.arguments == ("python", "-m", "tool")


NAMES = {"My Project": "my-project", "flask_api": "flask-api", "---": "app", "ünï": "n"}


@pytest.mark.parametrize(("name", "tag"), NAMES.items())
def test_a_folders_name_becomes_a_tag(name: str, tag: str) -> None:
    assert tag_for(name) == tag


@pytest.mark.parametrize(("asked", "is_added"), [("fastapi[standard]", 0), ("fastapi", 1)])
def test_a_server_that_an_extra_brings_is_not_added(folder: Make, asked: str, is_added: int) -> None:
    pyproject = f'[project]\nname = "a"\nversion = "1"\ndependencies = ["{asked}>=0.115"]\n'
    files = {"main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n", "pyproject.toml": pyproject}
    made = pipeline.generate(folder(files), {})
    assert any("uvicorn is added" in note.text for note in made.plan.notes) == is_added
    assert '"uvicorn", "main:app"' in made.files.dockerfile
