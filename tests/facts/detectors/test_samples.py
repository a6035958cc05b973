"""What an example of the environment gives to what the program does not start without."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = "import os\nfrom flask import Flask\n\napp = Flask(__name__)\n"
EXAMPLE = (
    "HOSTS=.localhost,127.0.0.1\nDB_HOST=localhost\nCORS_ORIGINS=https://example.org\nTOKEN=\nLEVEL=info\n"
    "SIZE = 3 # seats\nDATABASE_URL='sqlite:///./cups.db'\nSECRET_KEY=0\nAPI=https://example.org/v1\n"
)


def variables(root: Path) -> dict[str, str]:
    """Those of the image that stand behind the sentence about them."""
    lines = pipeline.generate(root, {}).files.dockerfile.split("\n")
    told = next((number for number, line in enumerate(lines) if "does not start without" in line), None)
    if told is None:
        return {}
    name, _, value = lines[told + 1].removeprefix("ENV ").partition("=")
    return {name: value.strip('"')}


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("SIZE = int(os.environ['SIZE'])\n", {"SIZE": "3"}),
        ("URL = os.environ['DATABASE_URL']\n", {"DATABASE_URL": "sqlite:///./cups.db"}),
        ("SIZE = os.environ.get('SIZE')\n", {}),
        ("SIZE = os.environ.get('SIZE', '4')\n", {}),
        ("KEY = os.environ['SECRET_KEY']\n", {}),
        ("API = os.environ['API']\n", {}),
        ("def later():\n    return os.environ['SIZE']\n", {}),
        ("OTHER = os.environ['OTHER']\n", {}),
        ("HOSTS = os.environ['HOSTS'].split(',')\n", {"HOSTS": ".localhost,127.0.0.1"}),
        ("HOST = os.environ['DB_HOST']\n", {}),
        ("ORIGINS = os.environ['CORS_ORIGINS']\n", {}),
        ("TOKEN = os.environ['TOKEN']\n", {}),
    ],
    ids=[
        "a number",
        "its own file",
        "none will do",
        "it has one",
        "a secret",
        "a place",
        "later",
        "no example",
        "itself",
        "a server",
        "others",
        "to be filled in",
    ],
)
def test_what_it_cannot_be_imported_without_is_given(folder: Make, code: str, given: dict[str, str]) -> None:
    root = folder({"app.py": f"{APP}{code}", "requirements.txt": "flask\n", ".env.example": EXAMPLE})
    assert variables(root) == given


def test_fields_of_settings_count_and_the_nearest_example(folder: Make) -> None:
    files = {
        "api/main.py": "from fastapi import FastAPI\nfrom pydantic_settings import BaseSettings\n\n\n"
        "class Settings(BaseSettings):\n    LEVEL: str\n    SIZE: int = 2\n\n\n"
        "settings = Settings()\napp = FastAPI()\n",
        "api/.env.example": "LEVEL=debug\n",
        ".env.example": EXAMPLE,
        "api/requirements.txt": "fastapi\npydantic-settings\n",
    }
    assert variables(folder(files)) == {"LEVEL": "debug"}


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Create a `.env`:\n\n```\nSIZE=3\n```\n", {"SIZE": "3"}),
        ("```bash\n$ export SIZE=3\n```\n", {"SIZE": "3"}),
        ("The size is such: SIZE=3\n", {}),
        ("```\nSIZE=<a number>\n```\n", {}),
    ],
    ids=["a file to be written", "a line to be typed", "no code", "to be filled in"],
)
def test_what_a_readme_has_its_reader_type(text: str, given: dict[str, str], folder: Make) -> None:
    code = f"{APP}SIZE = int(os.environ['SIZE'])\n"
    assert variables(folder({"app.py": code, "requirements.txt": "flask\n", "README.md": text})) == given


@pytest.mark.parametrize(("value", "given"), [("./models/a.bin", True), ("models", False), ("./models/b.bin", False)])
def test_a_file_of_the_project_is_given(value: str, folder: Make, *, given: bool) -> None:
    code = f"{APP}MODEL = os.environ['MODEL']\n"
    files = {"app.py": code, "requirements.txt": "flask\n", ".env.example": f"MODEL={value}\n", "models/a.bin": "a"}
    assert variables(folder(files)) == ({"MODEL": value} if given else {})


def test_what_the_project_itself_is_run_without_is_empty(folder: Make) -> None:
    code = f"{APP}PAYS = os.environ['PAYMENT_SECRET']\nKEY = os.environ['JWT_SECRET']\n"
    files = {"app.py": code, "requirements.txt": "flask\n", ".env": "PAYMENT_SECRET=''\nJWT_SECRET=''\n"}
    assert variables(folder(files)) == {"PAYMENT_SECRET": ""}


def test_what_the_user_sets_stays(folder: Make) -> None:
    text = f"{APP}SIZE = os.environ['SIZE']\n"
    files = {"app.py": text, "requirements.txt": "flask\n", ".env.example": EXAMPLE}
    made = pipeline.generate(folder(files), {"env": {"SIZE": "9"}}).files.dockerfile
    assert "SIZE=9" in made
    assert "SIZE=3" not in made


def test_tables_are_made_in_the_file_that_it_names(folder: Make) -> None:
    files = {
        "app.py": f"{APP}import sqlalchemy\n\nengine = sqlalchemy.create_engine(os.environ['DATABASE_URL'])\n",
        "requirements.txt": "flask\nsqlalchemy\nalembic\n",
        "alembic.ini": "[alembic]\nscript_location = alembic\n",
        ".env.example": EXAMPLE,
    }
    made = pipeline.generate(folder(files), {}).files.dockerfile
    assert '[ \\"$DATABASE_URL\\" = sqlite:///./cups.db ] && alembic upgrade head; exec gunicorn' in made
