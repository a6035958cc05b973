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
