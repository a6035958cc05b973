"""What running a file does before it serves is done before a server imports it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.config import Settings
from dockerize_ml.plan.model import Command

Make = Callable[[dict[str, str]], Path]

HEAD = "import os\nfrom flask import Flask\nfrom models import db\n\napp = Flask(__name__)\n\n"
RUN = "    app.run(debug=True)\n"
MAIN = 'if __name__ == "__main__":\n'
TABLES = "def create_tables():\n    db.create_tables([])\n\n"

DONE = {
    "in an application context": (
        HEAD + MAIN + "    with app.app_context():\n        db.create_all()\n" + RUN,
        "from app import app, db; app.app_context().push(); db.create_all()",
    ),
    "by a function of its own": (
        HEAD + TABLES + MAIN + "    create_tables()\n" + RUN,
        "from app import create_tables; create_tables()",
    ),
    "in main()": (
        HEAD + "def main():\n    db.create_all(bind=None)\n    app.run()\n\n" + MAIN + "    main()\n",
        "from app import db; db.create_all(bind=None)",
    ),
    "where there is no file yet": (
        HEAD + MAIN + '    if not os.path.exists("x.db"):\n        db.create_all()\n' + RUN,
        "from app import db, os; not os.path.exists('x.db') and db.create_all()",
    ),
    "by what the block imports": (
        HEAD + MAIN + "    from models import init_db\n\n    init_db()\n" + RUN,
        "from models import init_db; init_db()",
    ),
}  # fmt: skip

NOT_DONE = {
    "nothing but serving": HEAD + MAIN + RUN,
    "something else": HEAD + MAIN + "    print('hello')\n" + RUN,
    "done by importing": HEAD + "db.create_all()\n\n" + MAIN + RUN,
    "with what only the block knows": HEAD + MAIN + "    engine = os.environ['DB']\n    db.create_all(engine)\n" + RUN,
    "in a loop": HEAD + MAIN + "    for each in db.all:\n        each.create_table()\n" + RUN,
    "only defined": HEAD + MAIN + "    def init_db():\n        db.create_all()\n\n" + RUN,
}


def command(text: str, folder: Make) -> tuple[str, ...]:
    root = folder({"app.py": text, "models.py": "db = None\n", "requirements.txt": "flask\n"})
    plan = pipeline.plan(pipeline.inspect(root, {}), Settings(), "app")
    (step,) = [step for stage in plan.stages for step in stage.steps if isinstance(step, Command)]
    return step.arguments


@pytest.mark.parametrize(("text", "program"), DONE.values(), ids=DONE.keys())
def test_tables_are_made_first(text: str, program: str, folder: Make) -> None:
    shell, flag, line = command(text, folder)
    assert (shell, flag) == ("sh", "-c")
    first, _, then = line.partition("; exec ")
    assert program in first.replace("'\"'\"'", "'")
    assert then.startswith("gunicorn ")


@pytest.mark.parametrize("text", NOT_DONE.values(), ids=NOT_DONE.keys())
def test_nothing_else_is(text: str, folder: Make) -> None:
    assert command(text, folder)[0] == "gunicorn"


MANAGE = "import os\nimport django\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site1.settings')\n"
ENGINE = "DATABASES = {'default': {'ENGINE': 'django.db.backends.%s', 'NAME': 'x'}}\n"
SITES = {
    "a file that is not there": (ENGINE % "sqlite3", {}, True),
    "a file that is": (ENGINE % "sqlite3", {"db.sqlite3": "SQLite"}, False),
    "one that nothing was ever put into": (ENGINE % "sqlite3", {"db.sqlite3": ""}, True),
    "a server": (ENGINE % "postgresql", {}, False),
    "a server, if it is told of": (ENGINE % "sqlite3" + ENGINE % "mysql", {}, False),
    "what a variable says": ("DATABASES = {'default': dj_database_url.config()}\n", {}, False),
}


@pytest.mark.parametrize(("settings", "files", "is_made"), SITES.values(), ids=SITES.keys())
def test_a_django_site_makes_the_tables_of_its_own_file(
    settings: str,
    files: dict[str, str],
    is_made: bool,  # noqa: FBT001 - a row of the table
    folder: Make,
) -> None:
    site = {"manage.py": MANAGE, "site1/__init__.py": "", "site1/settings.py": settings, "requirements.txt": "django\n"}
    root = folder({**site, "site1/wsgi.py": "application = None\n", **files})
    plan = pipeline.plan(pipeline.inspect(root, {}), Settings(), "app")
    (step,) = [step for stage in plan.stages for step in stage.steps if isinstance(step, Command)]
    is_first = step.arguments[:2] == ("sh", "-c") and step.arguments[2].startswith(
        "python manage.py migrate --noinput; exec "
    )
    assert is_first == is_made


NOTED = {"requirements.txt": "flask\nflask-sqlalchemy\nflask-migrate\n", "migrations/env.py": ""}
NOTES = (
    "import os\nfrom flask import Flask\nfrom flask_sqlalchemy import SQLAlchemy\n\napp = Flask(__name__)\n"
    "app.config['SQLALCHEMY_DATABASE_URI'] = {}\ndb = SQLAlchemy(app)\n\n\n"
    "@app.cli.command()\ndef init_db():\n    db.drop_all()\n    db.create_all()\n"
)
MIGRATED = NOTES.partition("\n\n\n")[0] + "\nfrom flask_migrate import Migrate\n\nMigrate(app, db)\n"
FOUND = "$(find /app -maxdepth 4 -name notes.db -size +0 2>/dev/null)"
OWN = {
    "a file that is not there": (NOTES.format("'sqlite:///notes.db'"), f'[ -n "{FOUND}" ] || '),
    "a file where no variable says otherwise": (
        NOTES.format("os.environ.get(\n    'DATABASE_URL', 'sqlite:///notes.db')"),
        f'[ -n "$DATABASE_URL{FOUND}" ] || ',
    ),
    "a file in a folder of its own": (
        NOTES.format("'sqlite:////var/lib/notes/notes.db'"),
        f'[ -n "{FOUND.replace("/app", "/app /var/lib/notes")}" ] || ',
    ),
    "migrations": (MIGRATED.format("'sqlite:///notes.db'"), ""),
    "migrations where no variable says otherwise": (
        MIGRATED.format("os.getenv('DB') or 'sqlite:///notes.db'"),
        '[ -n "$DB" ] || ',
    ),
}
ANOTHER = {
    "a server": NOTES.format("'postgresql://db/notes'"),
    "a server in one case": NOTES.format("'sqlite:///notes.db'") + "LIVE = 'mysql+pymysql://db/notes'\n",
    "several files": NOTES.format("'sqlite:///notes.db'") + "OTHER = 'sqlite:///more.db'\n",
    "what a variable says": NOTES.format("os.environ['DATABASE_URL']"),
}


@pytest.mark.parametrize(("text", "guard"), OWN.values(), ids=OWN.keys())
def test_the_command_of_the_project_makes_the_tables_of_its_own_file(text: str, guard: str, folder: Make) -> None:
    maker = "flask db upgrade" if "migrate" in text else "flask init-db"

    plan = pipeline.plan(pipeline.inspect(folder({**NOTED, "app.py": text}), {}), Settings(), "app")

    (step,) = [step for stage in plan.stages for step in stage.steps if isinstance(step, Command)]
    assert step.arguments[:2] == ("sh", "-c")
    assert step.arguments[2].startswith(f"{guard}FLASK_APP=app:app {maker}; exec gunicorn ")
    assert not any("has no tables" in note.text for note in plan.notes)


@pytest.mark.parametrize("text", ANOTHER.values(), ids=ANOTHER.keys())
def test_the_tables_of_another_database_are_left_to_whoever_has_it(text: str, folder: Make) -> None:
    plan = pipeline.plan(pipeline.inspect(folder({**NOTED, "app.py": text}), {}), Settings(), "app")

    (step,) = [step for stage in plan.stages for step in stage.steps if isinstance(step, Command)]
    assert step.arguments[0] == "gunicorn"
    assert any("has no tables until `flask init-db` makes them" in note.text for note in plan.notes)


FLASK = "from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.route('/')\ndef index():\n    return 'x'\n\n\n"
STARTED = {
    "Flask": (f"{FLASK}app.run(host='0.0.0.0', port=7000)\n", True),
    "Flask, with what it waits for": (f"{FLASK}print('now')\napp.run(\n    debug=True,\n)\n", True),
    "FastAPI": (
        "import uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\nuvicorn.run(app, host='0.0.0.0', port=8000)\n",
        True,
    ),
    "Dash": ("from dash import Dash, html\n\napp = Dash()\napp.layout = html.P('x')\napp.run(debug=True)\n", True),
    "in its block": (f"{FLASK}if __name__ == '__main__':\n    app.run()\n", False),
    "in a function": (f"{FLASK}def main():\n    app.run()\n", False),
}


@pytest.mark.parametrize(("text", "is_run"), STARTED.values(), ids=STARTED.keys())
def test_what_importing_starts_is_run_and_not_imported(
    text: str,
    is_run: bool,  # noqa: FBT001 - a row of the table
    folder: Make,
) -> None:
    root = folder({"app.py": text, "requirements.txt": "flask\nfastapi\nuvicorn\ndash\n"})
    plan = pipeline.plan(pipeline.inspect(root, {}), Settings(), "app")
    (step,) = [step for stage in plan.stages for step in stage.steps if isinstance(step, Command)]
    assert (step.arguments == ("python", "app.py")) == is_run
    by_flask = any("flask's own server (app.py:" in note.text for note in plan.notes)
    assert by_flask == (is_run and text.startswith(FLASK))


@pytest.mark.parametrize(("given", "is_told"), [("port=80, debug=True", True), ("port=80, debug=False", False)])
def test_the_debugger_of_its_own_server_is_told_of(given: str, *, is_told: bool, folder: Make) -> None:
    text = f"{FLASK}def page():\n    return model\n\n\n{MAIN}    model = 1\n    app.run({given})\n"
    root = folder({"app.py": text, "requirements.txt": "flask\n"})
    notes = pipeline.plan(pipeline.inspect(root, {}), Settings(), "app").notes
    assert any(note.text.startswith("The program starts flask's own server") for note in notes)
    assert any(note.text.startswith("Its debugger is on (app.py:") for note in notes) is is_told
