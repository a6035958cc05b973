"""Logs as they are printed, and the change to the settings that each leads to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from dockerize_ml import pipeline
from dockerize_ml.knowledge.build_failures import Lack, When, failures
from dockerize_ml.knowledge.services import services
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.need import needs_of
from dockerize_ml.mending.registry import Situation, all_remedies, changes_for
from dockerize_ml.mending.remedies.missing_library import for_libraries
from dockerize_ml.mending.trouble import BUILDING, STARTING, UNOFFERED, Reach, Trouble
from dockerize_ml.resolve.history import History, Symbol, Version

APP = "import os\n\nfrom flask import Flask\n\nURL = os.environ['DATABASE_URL']\napp = Flask(__name__)\n"
STORE = "import sqlite3\n\ndef connect():\n    return sqlite3.connect('store/notes.db')\n"
TABLE = "import pandas as pd\n\npd.read_csv('a.csv', error_bad_lines=False)\n"
FILES = {
    "app.py": APP,
    "store.py": STORE,
    "table.py": TABLE,
    "requirements.txt": "flask\npandas\nlangchain[llms]\npsycopg2-binary\n",
}
INSTALLED = {"flask": "3.1.0", "pandas": "2.2.3", "langchain": "1.0.0", "werkzeug": "3.1.3", "numpy": "2.2.0"}
OLD = Version("0.9", date(2023, 3, 1))


class Holding(set[Symbol]):
    """What a version has."""

    def has(self, symbol: Symbol) -> bool:
        return symbol in self


HELD = {
    ("pandas", "2.2.3"): Holding({Symbol("", "", "DataFrame"), Symbol("", "read_csv", "", "*")}),
    ("pandas", "0.9"): Holding(
        {
            Symbol("", "append", "DataFrame"),
            Symbol("", "read_csv", "", "error_bad_lines"),
            Symbol("", "__init__", "DataFrame", "sparse"),
        }
    ),
    ("langchain", "0.9"): Holding({Symbol("langchain.chains")}),
    ("werkzeug", "0.9"): Holding({Symbol("werkzeug.urls", "url_quote")}),
}


def release(name: str, day: date) -> Version | None:
    return None if name == "nosuchmodule" or day < OLD.uploaded else OLD


@pytest.fixture
def situation(folder: Callable[[dict[str, str]], Path]) -> Situation:
    root = folder(FILES)
    history = History(None, date(2026, 11, 1), release, lambda name, version: HELD.get((name, version)))
    return Situation(pipeline.open_project(root), pipeline.inspect(root), INSTALLED, history)


CHANGES: dict[str, tuple[When, str, str, tuple[str, ...]]] = {
    "a module that nothing brings": (
        "start",
        "ModuleNotFoundError: No module named 'cv2'",
        "requirements",
        ("opencv-python",),
    ),
    "a module of an installed package that is gone": (
        "start",
        "ModuleNotFoundError: No module named 'langchain.chains'",
        "requirements",
        ("langchain[llms]==0.9",),
    ),
    "a server on localhost": (
        "start",
        "The program listens on 127.0.0.1:8080, which only the container itself can reach.",
        "localhost",
        ("open",),
    ),
    "tests of a package, which another part of it imports": (
        "start",
        "ModuleNotFoundError: No module named 'pandas.tests'",
        "drop",
        (),
    ),
    "data among the tests of a package": (
        "start",
        "[Errno 2] No such file or directory: '/opt/venv/lib/python3.12/site-packages/scipy/stats/tests/data/a.json'",
        "drop",
        (),
    ),
    "an address of PostgreSQL as it was written once": (
        "start",
        "sqlalchemy.exc.NoSuchModuleError: Can't load plugin: sqlalchemy.dialects:postgres",
        "requirements",
        ("sqlalchemy<1.4",),
    ),
    "a name that moved": (
        "start",
        "ImportError: cannot import name 'url_quote' from 'werkzeug.urls' (/opt/venv/lib/werkzeug/urls.py)",
        "requirements",
        ("werkzeug==0.9",),
    ),
    "a member that is gone": (
        "start",
        "AttributeError: 'DataFrame' object has no attribute 'append'",
        "requirements",
        ("pandas==0.9",),
    ),
    "an argument that a function takes no more": (
        "start",
        (
            '  File "/app/table.py", line 3, in <module>\n'
            "TypeError: read_csv() got an unexpected keyword argument 'error_bad_lines'"
        ),
        "requirements",
        ("pandas==0.9",),
    ),
    "an argument that a class takes no more": (
        "start",
        (
            '  File "/app/table.py", line 3, in <module>\n'
            "TypeError: DataFrame.__init__() got an unexpected keyword argument 'sparse'"
        ),
        "requirements",
        ("pandas==0.9",),
    ),
    "the same before Python 3.10": (
        "start",
        (
            '  File "/app/table.py", line 3, in <module>\n    a = pd.DataFrame(b, sparse=True)\n'
            "TypeError: __init__() got an unexpected keyword argument 'sparse'"
        ),
        "requirements",
        ("pandas==0.9",),
    ),
    "an alias of NumPy": ("start", "module 'numpy' has no attribute 'float'", "requirements", ("numpy<1.24",)),
    "an optional dependency": (
        "start",
        "ImportError: Missing optional dependency 'openpyxl'.  Use pip or conda to install openpyxl.",
        "requirements",
        ("openpyxl",),
    ),
    "a form": (
        "start",
        'RuntimeError: Form data requires "python-multipart" to be installed. \npip install python-multipart',
        "requirements",
        ("python-multipart",),
    ),
    "a template": (
        "start",
        "ImportError: jinja2 must be installed to use Jinja2Templates",
        "requirements",
        ("jinja2",),
    ),
    "greenlet": (
        "start",
        "ValueError: the greenlet library is required to use this function. No module named 'greenlet'",
        "requirements",
        ("greenlet",),
    ),
    "pkg_resources": (
        "start",
        "ModuleNotFoundError: No module named 'pkg_resources'",
        "requirements",
        ("setuptools<81",),
    ),
    "imp": ("start", "ModuleNotFoundError: No module named 'imp'", "python", ("3.11",)),
    "a name that Python itself dropped": (
        "start",
        "AttributeError: module 'inspect' has no attribute 'getargspec'",
        "python",
        ("3.10",),
    ),
    "a model of a later joblib": (
        "start",
        '  File "/opt/venv/lib/python3.10/site-packages/joblib/numpy_pickle.py", line 506, in _unpickle\nKeyError: 0',
        "requirements",
        ("joblib>=1.2",),
    ),
    "a model of Keras 2": (
        "start",
        "ValueError: Unrecognized keyword arguments passed to DepthwiseConv2D: {'groups': 1}",
        "requirements",
        ("tensorflow<2.16",),
    ),
    "pydantic 1": (
        "start",
        "pydantic.errors.PydanticImportError: `BaseSettings` has been moved to the `pydantic-settings` package.",
        "requirements",
        ("pydantic<2",),
    ),
    "a shared library": (
        "start",
        "ImportError: libGL.so.1: cannot open shared object file: No such file or directory",
        "apt-packages",
        ("libgl1",),
    ),
    "a program that is called": (
        "start",
        "FileNotFoundError: [Errno 2] No such file or directory: 'ffmpeg'",
        "apt-packages",
        ("ffmpeg",),
    ),
    "the container's own command": (
        "start",
        'exec: "gunicorn": executable file not found in $PATH: unknown',
        "requirements",
        ("gunicorn",),
    ),
    "a header": (
        "build",
        "src/_portaudiomodule.c:31:10: fatal error: portaudio.h: No such file or directory",
        "build-packages",
        ("build-essential", "portaudio19-dev"),
    ),
    "a compiler": (
        "build",
        "error: command 'gcc' failed: No such file or directory",
        "build-packages",
        ("build-essential",),
    ),
    "a folder of its own that it may not make": (
        "start",
        "[CRITICAL] An exception occurred during server startup: [Errno 13] Permission denied: '/var/lib/notes'",
        "folders",
        ("/var/lib/notes",),
    ),
    "a file that it may not write": (
        "start",
        "PermissionError: [Errno 13] Permission denied: '/data/log.txt'",
        "folders",
        ("/data",),
    ),
    "a folder that it looks through": (
        "start",
        "Error: cannot list root(/home/app/packages): [Errno 2] No such file or directory: '/home/app/packages'",
        "folders",
        ("/home/app/packages",),
    ),
    "a folder that it looks through in its own": (
        "start",
        "    for name in os.listdir('inbox'):\nFileNotFoundError: [Errno 2] No such file or directory: 'inbox'",
        "folders",
        ("/app/inbox",),
    ),
    "a log in a folder that nobody made": (
        "start",
        "    return open_func(self.baseFilename, self.mode)\n[Errno 2] No such file or directory: '/app/logs/app.log'",
        "folders",
        ("/app/logs",),
    ),
    "a file whose name has no end in a folder that nobody made": (
        "start",
        "    with open(count, 'a') as file:\n   ^^^^\n[Errno 2] No such file or directory: '/srv/visits/count'",
        "folders",
        ("/srv/visits",),
    ),
    "a table in a folder that nobody made": (
        "start",
        "OSError: Cannot save file into a non-existent directory: 'out/tables'",
        "folders",
        ("/app/out/tables",),
    ),
    "a folder of static files": (
        "start",
        "    raise E(f\"Directory '{directory}' does not exist\")\nRuntimeError: Directory 'static' does not exist",
        "folders",
        ("/app/static",),
    ),
    "a database in a folder that nobody made": (
        "start",
        "sqlite3.OperationalError: unable to open database file",
        "folders",
        ("/app/store",),
    ),
    "a port that was not foreseen": (
        "start",
        "The program listens on port 8081, and not on 5000.",
        "port",
        ("8081",),
    ),
    "a worker that takes its time": (
        "start",
        "[2026-11-28 11:48:09 +0000] [1] [CRITICAL] WORKER TIMEOUT (pid:7)",
        "timeout",
        ("600",),
    ),
    "a locale of a model": (
        "start",
        "RuntimeException: Exception: Failed to construct locale with name:en_US.UTF-8:locale::facet::_S_create",
        "apt-packages",
        ("locales-all",),
    ),
    "a locale": ("start", "locale.Error: unsupported locale setting", "apt-packages", ("locales-all",)),
    "a screen of Qt's": (
        "start",
        'qt.qpa.plugin: Could not load the Qt platform plugin "xcb" in "" even though it was found.',
        "env",
        ("QT_QPA_PLATFORM=offscreen",),
    ),
    "a window of Matplotlib's": (
        "start",
        "ImportError: Cannot load backend 'TkAgg' which requires the 'tk' interactive framework",
        "env",
        ("MPLBACKEND=Agg",),
    ),
    "a user's name": (
        "start",
        "    Metaflow could not determine your user name based on environment variables ($USERNAME etc.)",
        "env",
        ("USER=app",),
    ),
    "a set that is not for this Python": (
        "build",
        "  Failed to build `pandas==1.0.5`\n  The build backend returned an error",
        "python",
        ("3.11",),
    ),
}


@pytest.mark.parametrize(("when", "log", "setting", "values"), CHANGES.values(), ids=CHANGES.keys())
def test_a_log_leads_to_a_change(
    when: When, log: str, setting: str, values: tuple[str, ...], situation: Situation
) -> None:
    stage = BUILDING if when == "build" else STARTING
    trouble = Trouble(when, log, f"Traceback (most recent call last):\n{log}\n", Reach(stage))
    change = next(changes_for(trouble, situation))
    assert (change.setting, change.values) == (setting, values)
    assert change.why


def test_a_job_that_serves_becomes_a_server_that_all_can_reach(folder: Callable[[dict[str, str]], Path]) -> None:
    root = folder({"job.py": "print('a')\n"})
    history = History(None, date(2026, 11, 1), release, lambda *_: None)
    situation = Situation(pipeline.open_project(root), pipeline.inspect(root), {}, history)
    log = "The program answers on port 8082 of localhost alone, which the image does not offer."
    (change,) = changes_for(Trouble("start", log, log, Reach(STARTING)), situation)
    assert change.text == 'port = 8082; kind = "web"; localhost = "open"'


def test_what_was_waited_for_comes_before_what_else_the_log_tells(situation: Situation) -> None:
    reason = "The program answers on port 8099, which the image does not offer."
    log = f"Traceback (most recent call last):\nPermissionError: [Errno 13] Permission denied: '/srv/a/b.txt'\n{reason}"
    changes = changes_for(Trouble("start", reason, log, Reach(UNOFFERED)), situation)
    assert [change.setting for change in changes][:2] == ["port", "folders"]


def test_each_of_several_ports_is_tried(situation: Situation) -> None:
    log = "The program listens on port 8081, 9090, and not on 5000."
    changes = changes_for(Trouble("start", log, log, Reach(STARTING)), situation)
    assert [change.text for change in changes] == ["port = 8081", "port = 9090"]


def test_where_nothing_tells_the_time_a_moved_name_does(situation: Situation) -> None:
    log = "ImportError: cannot import name 'url_quote' from 'werkzeug.urls'"
    changes = list(changes_for(Trouble("start", log, log, Reach(STARTING)), situation))
    assert [(change.setting, change.values) for change in changes] == [
        ("requirements", ("werkzeug==0.9",)),
        ("as-of", (OLD.uploaded.isoformat(),)),
    ]


def test_a_name_that_is_older_than_the_project_s_day_tells_the_day(situation: Situation) -> None:
    history = replace(situation.history, as_of=OLD.uploaded + timedelta(days=900))
    log = "ImportError: cannot import name 'url_quote' from 'werkzeug.urls'"
    changes = changes_for(Trouble("start", log, log, Reach(STARTING)), replace(situation, history=history))
    assert [change.setting for change in changes] == ["requirements", "as-of"]


NO_SUCH_VERSION = "  cause: Because there is no version of werkzeug==9.9 and you require werkzeug==9.9, we can conclude"


def test_a_version_that_is_not_there_is_locked_to_one_that_is(situation: Situation) -> None:
    changes = changes_for(Trouble("build", NO_SUCH_VERSION, NO_SUCH_VERSION, Reach(BUILDING)), situation)
    assert [change.text for change in changes] == ['as-of = "auto"', 'requirements += "werkzeug==0.9"']


def test_in_a_lock_it_is_replaced(situation: Situation) -> None:
    locked = replace(situation, project=situation.project.with_file("requirements.lock", ""))
    change = next(changes_for(Trouble("build", NO_SUCH_VERSION, NO_SUCH_VERSION, Reach(BUILDING)), locked))
    assert change.text == 'requirements += "werkzeug==0.9"'


NOTHING_TO_CHANGE = {
    "a module that the index does not have": "ModuleNotFoundError: No module named 'nosuchmodule'",
    "a variable": "KeyError: 'DATABASE_URL'",
    "a file": "FileNotFoundError: [Errno 2] No such file or directory: 'models/model.pkl'",
    "a file that is not there in a folder that is": (
        "    with open('data/prices.csv') as file:\n[Errno 2] No such file or directory: 'data/prices.csv'"
    ),
    "a file in the system's own folder": "PermissionError: [Errno 13] Permission denied: '/notes.db'",
    "a folder of the packages": "PermissionError: [Errno 13] Permission denied: '/opt/venv/lib/x'",
    "a home that is not its own": "PermissionError: [Errno 13] Permission denied: '/root/.cache/x'",
    "an argument that nothing takes": (
        '  File "/app/table.py", line 3, in <module>\n'
        "TypeError: read_json() got an unexpected keyword argument 'sparse'"
    ),
    "a bug of the program": "ZeroDivisionError: division by zero",
    "something that is installed already": "please pip install flask",
}


@pytest.mark.parametrize("log", NOTHING_TO_CHANGE.values(), ids=NOTHING_TO_CHANGE.keys())
def test_nothing_is_changed_for(log: str, situation: Situation) -> None:
    trouble = Trouble("start", log, f"Traceback (most recent call last):\n{log}\n", Reach(STARTING))
    assert list(changes_for(trouble, situation)) == []


def test_libraries_that_the_image_lacks_come_at_once() -> None:
    missing = {"libgomp.so.1": "/opt/venv/lightgbm.so", "libGL.so.1": "/opt/venv/cv2.so", "libnosuch.so.9": "/x.so"}
    (change,) = for_libraries(missing)
    assert change == Change(
        "apt-packages",
        ("libgl1", "libgomp1"),
        "/opt/venv/cv2.so asks for libGL.so.1; /opt/venv/lightgbm.so asks for libgomp.so.1.",
    )


NEEDS = {
    "a database by its variable": ("KeyError: 'DATABASE_URL'", "needs PostgreSQL at `DATABASE_URL`", "app.py:5"),
    "a database that refuses": (
        'psycopg2.OperationalError: connection to server at "localhost" failed: Connection refused',
        "needs PostgreSQL",
        "app.py:5",
    ),
    "a database whose client says nothing of its own": (
        "ConnectionRefusedError: [Errno 111] Connection refused",
        "needs PostgreSQL",
        "app.py:5",
    ),
    "a file": (
        "FileNotFoundError: [Errno 2] No such file or directory: '/app/data/model.bin'",
        "opens `/app/data/model.bin`, which is not in the folder",
        "",
    ),
    "a host of the internet": (
        "  File \"/app/app.py\", line 6, in load\nHTTPSConnectionPool(host='raw.example.com', port=443): Max retries",
        "asks `raw.example.com` for something, and cannot reach it",
        "app.py:6",
    ),
    "a variable by any name": (
        '  File "/app/app.py", line 5, in <module>\n    x = os.environ[name]\n'
        '  File "<frozen os>", line 685, in __getitem__\n' + "KeyError: 'wordpress_user'",
        "needs the variable `wordpress_user`",
        "app.py:5",
    ),
    "a variable that no source names": (
        '  File "/app/app.py", line 5, in <module>\n    x = os.environ[name]\n'
        '  File "<frozen os>", line 685, in __getitem__\n' + "KeyError: 'API_TOKEN'",
        "needs the variable `API_TOKEN`",
        "app.py:5",
    ),
    "a template": ("jinja2.exceptions.TemplateNotFound: shop/home.html", "opens `shop/home.html`, which is not", ""),
    "a setting of Django's": (
        "django.core.exceptions.ImproperlyConfigured: The URL setting must not be empty.",
        "needs the variable `DATABASE_URL`",
        "app.py:5",
    ),
    "a screen": (
        "_tkinter.TclError: no display name and no $DISPLAY environment variable",
        "opens a window, and a container has no screen",
        "",
    ),
    "a model of spaCy": (
        "OSError: [E050] Can't find model 'en_core_web_sm'. It doesn't seem to be a Python package.",
        "lacks data: spaCy's model `en_core_web_sm` is not installed.",
        "",
    ),
    "data of NLTK": ("  Resource \x1b[93mpunkt\x1b[0m not found.", "lacks data: NLTK's data `punkt`", ""),
    "a folder": (
        "PermissionError: [Errno 13] Permission denied: '/data/log.txt'",
        "needs to write to `/data/log.txt`",
        "",
    ),
}


@pytest.mark.parametrize(("log", "text", "place"), NEEDS.values(), ids=NEEDS.keys())
def test_what_cannot_be_mended_is_named(log: str, text: str, place: str, situation: Situation) -> None:
    needs = needs_of(Trouble("start", log, log, Reach(STARTING)), situation)
    (need,) = [each for each in needs if each.text.startswith(text)]
    assert need.hint
    if place:
        assert need.because is not None
        assert f"{need.because.path}:{need.because.line}" == place


def test_what_nobody_knows_is_told_with_its_line(situation: Situation) -> None:
    log = (
        'Traceback (most recent call last):\n  File "/app/app.py", line 6, in <module>\n    app = make()\n'
        '  File "/opt/venv/lib/python3.12/site-packages/x.py", line 3, in make\n    1 / 0\n'
        "ZeroDivisionError: division by zero\n"
    )
    (need,) = needs_of(Trouble("start", "ZeroDivisionError: division by zero", log, Reach(STARTING)), situation)
    assert need.text == "stops for a reason that no setting mends: ZeroDivisionError: division by zero"
    assert need.because is not None
    assert (need.because.path, need.because.line) == ("app.py", 6)


@pytest.mark.parametrize("example", ["config.example.yaml", "config.yaml.dist", "sample_config.yaml"])
def test_a_file_of_which_there_is_an_example_is_to_be_copied(
    example: str, folder: Callable[[dict[str, str]], Path]
) -> None:
    root = folder({"app.py": "print(open('config.yaml').read())\n", example: "a: 1\n", "other.example.yaml": ""})
    history = History(None, date(2026, 11, 1), release, lambda *_: None)
    situation = Situation(pipeline.open_project(root), pipeline.inspect(root), {}, history)
    log = "FileNotFoundError: [Errno 2] No such file or directory: 'config.yaml'"
    (need,) = needs_of(Trouble("start", log, log, Reach(STARTING)), situation)
    assert need.hint.startswith(f"`{example}` is an example of it")


def test_a_database_is_not_told_of_a_second_time_as_a_variable(situation: Situation) -> None:
    log = "KeyError: 'DATABASE_URL'"
    needs = needs_of(Trouble("start", log, log, Reach(STARTING)), situation)
    assert [each.compose.splitlines()[0] for each in needs] == ["services:"]


def test_every_kind_that_a_row_names_is_known() -> None:
    kinds = {row.mends for row in (*failures("build"), *failures("start")) if row.mends}
    assert kinds <= set(all_remedies())
    lacks = {row.needs for row in (*failures("build"), *failures("start")) if row.needs}
    assert lacks <= set(get_args(Lack))
    keys = {row.service for row in failures("start") if row.service}
    assert keys <= {service.key for service in services()}
