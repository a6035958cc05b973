"""Which command of the project makes the tables of its database, and where none has to."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project

_FACTORY = (
    "from flask import Flask\n\nfrom shop import db\n\n\n"
    "def create_app():\n    app = Flask(__name__)\n{}    return app\n"
)
_COMMAND = (
    "import click\n\n\ndef get():\n    pass\n\n\ndef init_db():\n    get().executescript('a')\n\n\n"
    "@click.command('init-db')\ndef init_db_command():\n    init_db()\n"
)
_APP = (
    "from flask import Flask\nfrom flask_sqlalchemy import SQLAlchemy\n\napp = Flask(__name__)\ndb = SQLAlchemy(app)\n"
)
_MIGRATED = f"{_APP}from flask_migrate import Migrate\n\nMigrate(app, db)\n"
_SETTINGS = "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3'}}\nROOT_URLCONF = 'shop.urls'\n"
_DJANGO = {
    "manage.py": "import os\nimport django\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    "requirements.txt": "django\n",
    "shop/__init__.py": "",
    "shop/wsgi.py": "import os\nfrom django.core.wsgi import get_wsgi_application\n"
    "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\napplication = get_wsgi_application()\n",
}
_FACTORY_APP = (("FLASK_APP", "shop:create_app"),)

MADE_BY = {
    "a command that the application is given": (
        {"shop/__init__.py": _FACTORY.format("    app.cli.add_command(db.init_db_command)\n"), "shop/db.py": _COMMAND},
        (("flask", "init-db"), _FACTORY_APP, "shop/db.py:13"),
    ),
    "a command of the application's own": (
        {"app.py": f"{_APP}\n\n@app.cli.command()\ndef create_tables():\n    db.create_all()\n"},
        (("flask", "create-tables"), (("FLASK_APP", "app:app"),), "app.py:9"),
    ),
    "Flask-Migrate": (
        {"app.py": _MIGRATED, "migrations/env.py": "from alembic import context\n"},
        (("flask", "db", "upgrade"), (("FLASK_APP", "app:app"),), "app.py:6"),
    ),
    "Django": (
        {**_DJANGO, "shop/settings.py": _SETTINGS.replace("sqlite3", "postgresql")},
        (("python", "manage.py", "migrate"), (), "shop/settings.py:1"),
    ),
    "Alembic": (
        {
            "main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
            "requirements.txt": "fastapi\nalembic\n",
            "alembic.ini": "[alembic]\nscript_location = migrations\n",
        },
        (("alembic", "upgrade", "head"), (), "alembic.ini:None"),
    ),
    "a file of its own": (
        {"app.py": _APP, "init_db.py": "from app import db\n\ndb.create_all()\n"},
        (("python", "init_db.py"), (), "init_db.py:3"),
    ),
}
MADE_ITSELF = {
    "as the module is imported": {
        "app.py": f"{_APP}\n\n@app.cli.command()\ndef reset():\n    db.create_all()\n\n\ndb.create_all()\n"
    },
    "by the factory, with the function of the command": {
        "shop/__init__.py": _FACTORY.format("    db.init_db()\n"),
        "shop/db.py": _COMMAND,
    },
    "by the migrations that it runs": {
        "app.py": f"{_MIGRATED}from flask_migrate import upgrade\n\nwith app.app_context():\n    upgrade()\n",
        "migrations/env.py": "",
    },
    "by the image, for a Django site on SQLite": {
        **_DJANGO,
        "shop/settings.py": _SETTINGS,
    },
    "by the image, as running the file does": {
        "app.py": f"{_MIGRATED}\nif __name__ == '__main__':\n    db.create_all()\n    app.run()\n",
        "migrations/env.py": "",
    },
    "where there are none": {"app.py": _APP},
    "where a Django site has no database": {**_DJANGO, "shop/settings.py": "DATABASES = {}\n"},
}

Folder = Callable[[dict[str, str]], Path]


@pytest.mark.parametrize("case", MADE_BY)
def test_the_command_is_found(case: str, folder: Folder) -> None:
    files, expected = MADE_BY[case]

    made = inspect(Project.open(folder({"requirements.txt": "flask\n", **files}))).outside.tables

    assert [(each.words, each.variables, f"{each.evidence.path}:{each.evidence.line}") for each in made] == [expected]


@pytest.mark.parametrize("case", MADE_ITSELF)
def test_nothing_is_told_of_a_program_that_makes_its_own(case: str, folder: Folder) -> None:
    files = {"requirements.txt": "flask\n", **MADE_ITSELF[case]}

    assert inspect(Project.open(folder(files))).outside.tables == ()
