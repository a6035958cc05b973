"""What a program signs with, told from what others give out and from what stored data depends on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
FLASK = "import os\nfrom flask import Flask\n\napp = Flask(__name__)\n"
FASTAPI = "import os\nfrom fastapi import FastAPI\n\napp = FastAPI()\n"
PYDANTIC = "from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n"
MADE = "\n\nsettings = Settings()\n"

OWN = {
    "Flask's key": (FLASK + "app.secret_key = os.environ['SECRET_KEY']\n", ["SECRET_KEY"]),
    "by another name": (FLASK + "app.secret_key = os.environ['CUPS_KEY']\n", ["CUPS_KEY"]),
    "in its settings": (FLASK + "app.config['SECRET_KEY'] = os.environ['CUPS_KEY'].encode()\n", ["CUPS_KEY"]),
    "among others": (FLASK + "app.config.update(SECRET_KEY=os.environ['CUPS_KEY'], DEBUG=False)\n", ["CUPS_KEY"]),
    "of a class": (FLASK + "class Config:\n    SECRET_KEY = os.environ['CUPS_KEY']\n", ["CUPS_KEY"]),
    "None is no key": (FLASK + "app.secret_key = os.getenv('SECRET_KEY')\n", ["SECRET_KEY"]),
    "an empty text is no key": (FLASK + "app.secret_key = os.getenv('SECRET_KEY', '')\n", ["SECRET_KEY"]),
    "empty, and asked for": (
        FASTAPI + "import jwt\nKEY = os.getenv('SECRET_KEY', '')\n"
        "if not KEY:\n    raise ValueError('SECRET_KEY is required in production')\n",
        ["SECRET_KEY"],
    ),
    "what callers send": (
        FASTAPI + "API_KEY = os.environ['API_KEY']\n\n\ndef check(header: str):\n    return header == API_KEY\n",
        ["API_KEY"],
    ),
    "what callers send, compared with care": (
        FASTAPI + "import secrets\n\nAPI_KEY = os.environ['API_KEY']\n\n\n"
        "def check(header: str):\n    return secrets.compare_digest(header, str(API_KEY))\n",
        ["API_KEY"],
    ),
    "what callers send, read where it is compared": (
        FLASK + "def check(form):\n    return form['password'] == os.environ['ADMIN_PASSWORD']\n",
        ["ADMIN_PASSWORD"],
    ),
    "only when asked": (FLASK + "def sign():\n    return os.environ['FLASK_SECRET']\n", ["FLASK_SECRET"]),
    "one of tokens": (FASTAPI + "import jwt\nKEY = os.environ['JWT_SECRET']\n", ["JWT_SECRET"]),
    "a field of settings": (
        FASTAPI + "from jose import jwt\n" + PYDANTIC + "    secret_key: str\n    jwt_secret_key: str\n" + MADE,
        ["JWT_SECRET_KEY", "SECRET_KEY"],
    ),
    "of a session": (
        FASTAPI + "from starlette.middleware.sessions import SessionMiddleware\n"
        "app.add_middleware(SessionMiddleware, secret_key=os.environ['SECRET_KEY'])\n",
        ["SECRET_KEY"],
    ),
    "one of two": (
        FLASK + "app.secret_key = os.environ['SECRET_KEY']\nA = os.environ['AWS_SECRET_ACCESS_KEY']\n"
        "B = os.environ['CLIENT_SECRET']\nC = os.environ['DB_PASSWORD']\nD = os.environ['API_KEY']\n",
        ["SECRET_KEY"],
    ),
}  # fmt: skip
NONE = {
    "it has a default": FLASK + "app.secret_key = os.environ.get('SECRET_KEY', 'dev')\n",
    "it makes its own": FLASK + "app.secret_key = os.environ.get('SECRET_KEY') or os.urandom(24)\n",
    "empty, and nothing is signed": FASTAPI + "import jwt\nKEY = os.getenv('JWT_SECRET', '')\n",
    "a key that is looked at": FASTAPI
    + "API_KEY = os.environ['API_KEY']\n\n\ndef check(header: str):\n    return API_KEY == 'changeme' or header\n",
    "a key that is handed on": FASTAPI
    + "API_KEY = os.environ['API_KEY']\n\n\ndef ask(url: str):\n    return get(url, key=API_KEY) == url\n",
    "the key of an account": FASTAPI + "import requests\nKEY = os.environ['SECRET_KEY']\n",
    "a bucket's": FASTAPI + "import jwt\nSECRET_KEY = os.environ['MINIO_SECRET_KEY']\n",
    "an account's, by Flask's name": FLASK + "SECRET_KEY = os.environ['BINANCE_SECRET']\n",
    "what others sign with": FASTAPI + "import jwt\nKEY = os.environ['SUPABASE_JWT_SECRET']\n",
    "what stored passwords depend on": FLASK + "SALT = os.environ['SECURITY_PASSWORD_SALT']\n",
    "a key of a form": FLASK
    + "from cryptography.fernet import Fernet\napp.secret_key = os.environ['SECRET_KEY']\n"
    + "box = Fernet(os.environ['SECRET_KEY'].encode())\n",
    "a script that signs nothing": "import os\nimport requests\n\nprint(os.environ['SECRET_KEY'])\n",
}


def secrets(root: Path) -> list[str]:
    return [each.name for each in pipeline.inspect(root).outside.own_secrets]


@pytest.mark.parametrize(("code", "names"), OWN.values(), ids=OWN.keys())
def test_it_is_its_own(code: str, names: list[str], folder: Make) -> None:
    assert secrets(folder({"app.py": code, "requirements.txt": "flask\nfastapi\n"})) == names


@pytest.mark.parametrize("code", NONE.values(), ids=NONE.keys())
def test_it_is_not(code: str, folder: Make) -> None:
    assert secrets(folder({"app.py": code, "requirements.txt": "flask\nfastapi\n"})) == []


@pytest.mark.parametrize(
    ("code", "file"),
    [
        ("from dotenv import load_dotenv\nload_dotenv()\n", ".env"),
        ("from decouple import config\n", ".env"),
        ("", ""),
    ],
)
def test_a_file_that_it_reads_counts(code: str, file: str, folder: Make) -> None:
    text = f"{FLASK}{code}app.secret_key = os.environ['SECRET_KEY']\n"
    (found,) = pipeline.inspect(folder({"app.py": text, "requirements.txt": "flask\n"})).outside.own_secrets
    assert (found.file, found.evidence.path, found.evidence.reason) == (
        file,
        "app.py",
        "app.secret_key = os.environ['SECRET_KEY']",
    )
