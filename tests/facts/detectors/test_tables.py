"""Which command of the project makes the tables of its database, and where none has to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

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

# The files, then for each command its words, its variables and its place.
_IN_SMALL = "import sqlite3\n\nsqlite3.connect('shop.db').execute('create table if not exists item (id integer)')\n"
MADE_BY: dict[str, tuple[Any, ...]] = {
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
    "Pyramid's migrations, and then its script": (
        {
            "setup.py": "from setuptools import setup\n"
            "setup(name='shop', entry_points={'paste.app_factory': ['main = shop:main'],"
            " 'console_scripts': ['initialize_shop_db = shop.scripts:main']}, install_requires=['pyramid'])\n",
            "requirements.txt": "pyramid\n",
            "shop/__init__.py": "from pyramid.config import Configurator\n\n\ndef main(global_config, **settings):\n"
            "    return Configurator(settings=settings).make_wsgi_app()\n",
            "shop/scripts.py": "def main():\n    pass\n",
            "shop/alembic/versions/1.py": "",
            "production.ini": "[app:main]\nuse = egg:shop\n\n[server:main]\nuse = egg:waitress#main\n\n"
            "[alembic]\nscript_location = shop/alembic\n",
        },
        (("alembic", "-c", "production.ini", "upgrade", "head"), (), "production.ini:8"),
        (("initialize_shop_db", "production.ini"), (), "setup.py:None"),
    ),
    "nothing of the project, though its models are there": (
        {"app.py": f"{_APP}\n\nclass Thing(db.Model):\n    pass\n"},
        (
            ("python", "-c", "from app import app, db; app.app_context().push(); db.create_all()"),
            (),
            "app.py:5",
        ),
    ),
    "nothing of a factory's project": (
        {
            "shop/__init__.py": "from flask import Flask\nfrom shop.models import db\n\n\ndef create_app():\n"
            "    app = Flask(__name__)\n    db.init_app(app)\n    return app\n",
            "shop/models.py": "from flask_sqlalchemy import SQLAlchemy\n\ndb = SQLAlchemy()\n\n\n"
            "class Thing(db.Model):\n    pass\n",
        },
        (
            (
                "python",
                "-c",
                (
                    "from shop import create_app; from shop.models import db; create_app().app_context().push(); "
                    "db.create_all()"
                ),
            ),
            (),
            "shop/models.py:3",
        ),
    ),
    "a function that somebody calls by hand": (
        {"app.py": f"{_APP}\n\ndef init_db():\n    db.create_all()\n"},
        (
            ("python", "-c", "from app import app; app.app_context().push(); from app import init_db; init_db()"),
            (),
            "app.py:8",
        ),
    ),
    "a file of its own": (
        {"app.py": _APP, "init_db.py": "from app import db\n\ndb.create_all()\n"},
        (("python", "init_db.py"), (), "init_db.py:3"),
    ),
    "a file in another folder that the start runs first": (
        {
            "app.py": _APP,
            "scripts/init_db.py": _IN_SMALL,
            "start.sh": "#!/bin/sh\npython scripts/init_db.py\nexec gunicorn app:app\n",
        },
        (("python", "scripts/init_db.py"), (), "scripts/init_db.py:3"),
    ),
}
_CLI = (
    "import click\n\nfrom shop import create_app\nfrom shop.db import db\n\n\n"
    "@click.group()\ndef cli():\n    pass\n\n\n"
    "@cli.command('initdb')\n@click.argument('file'{})\ndef initdb(file):\n    db.create_all()\n\n\n"
    "@cli.command()\ndef run():\n    create_app().run()\n"
)
_COMMANDS = {
    "shop/__init__.py": _FACTORY.format(""),
    "shop/db.py": "from flask_sqlalchemy import SQLAlchemy\n\ndb = SQLAlchemy()\n",
    "shop/cli.py": _CLI.format(", default='shop.sqlite'"),
    "setup.py": "from setuptools import setup\n"
    "setup(name='shop', install_requires=['flask'], entry_points={'console_scripts': ['shop = shop.cli:cli']})\n",
}
MADE_BY["a verb of a command that the project declares"] = (
    _COMMANDS,
    (("python", "-c", "from shop.cli import cli; cli()", "initdb"), (), "shop/cli.py:14"),
)
MADE_ITSELF = {
    "where the verb that does asks for more words": {**_COMMANDS, "shop/cli.py": _CLI.format("")},
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
    "by a function that it calls": {"app.py": f"{_APP}\n\ndef init_db():\n    db.create_all()\n\n\ninit_db()\n"},
    "by a function that wants to know more": {"app.py": f"{_APP}\n\ndef init_db(name):\n    db.create_all()\n"},
    "by a file in another folder that nothing tells of": {"app.py": _APP, "scripts/init_db.py": _IN_SMALL},
    "where its database is in the folder": {
        "app.py": _APP,
        "init_db.py": "from app import db\n\ndb.create_all()\n",
        "shop.db": "SQLite",
    },
    "where a Django site has no database": {**_DJANGO, "shop/settings.py": "DATABASES = {}\n"},
}

Folder = Callable[[dict[str, str]], Path]


@pytest.mark.parametrize("case", MADE_BY)
def test_the_command_is_found(case: str, folder: Folder) -> None:
    files, *expected = MADE_BY[case]

    made = inspect(Project.open(folder({"requirements.txt": "flask\n", **files}))).outside.tables

    assert [(each.words, each.variables, f"{each.evidence.path}:{each.evidence.line}") for each in made] == expected


@pytest.mark.parametrize("case", MADE_ITSELF)
def test_nothing_is_told_of_a_program_that_makes_its_own(case: str, folder: Folder) -> None:
    files = {"requirements.txt": "flask\n", **MADE_ITSELF[case]}

    assert inspect(Project.open(folder(files))).outside.tables == ()
