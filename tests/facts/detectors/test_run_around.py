"""What a project's own script runs beside its migrations."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
SCRIPT = "#!/bin/sh\npython ./app/pre_start.py\nalembic upgrade head\npython app/initial_data.py --twice\n"
FILES = {
    "requirements.txt": "fastapi\nuvicorn\nalembic\nsqlalchemy\n",
    "alembic.ini": "[alembic]\nscript_location = migrations\n",
    "app/__init__.py": "",
    "app/db.py": "from sqlalchemy import create_engine\n\nengine = create_engine('sqlite:///shop.db')\n",
    "app/pre_start.py": "from app.db import engine\n\nengine.connect()\n",
    "app/initial_data.py": "from app.db import engine\n\nengine.connect()\n",
    "app/main.py": "from fastapi import FastAPI\nfrom app.db import engine\n\napp = FastAPI()\n",
}
ALEMBIC = ("alembic", "upgrade", "head")
CASES = {
    "in the script's order": (
        {"prestart.sh": SCRIPT},
        [("python", "-m", "app.pre_start"), ALEMBIC, ("python", "-m", "app.initial_data", "--twice")],
    ),
    "not the program itself": ({"start.sh": "alembic upgrade head\npython app/main.py\n"}, [ALEMBIC]),
    "not where a text for people says so": (
        {"README.md": "```\nalembic upgrade head\npython app/initial_data.py\n```\n"},
        [ALEMBIC],
    ),
    "not of a script that runs no migrations": ({"train.sh": "python app/initial_data.py\n"}, [ALEMBIC]),
    "not for a database elsewhere": (
        {"prestart.sh": SCRIPT, "app/db.py": FILES["app/db.py"].replace("sqlite:///shop.db", "postgresql://u@db/shop")},
        [ALEMBIC],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_stands_in_the_script_is_run(case: str, folder: Make) -> None:
    files, expected = CASES[case]

    made = pipeline.inspect(folder({**FILES, **files})).outside.tables

    assert [each.words for each in made] == expected
