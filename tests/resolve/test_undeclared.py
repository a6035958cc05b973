"""What programs need and do not say, and the limits that their time took for granted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.undeclared import undeclared

Make = Callable[[dict[str, str]], Path]

CATCHES = {
    "a form of FastAPI": ("from fastapi import FastAPI, Form\nf = Form(...)\n", ["fastapi"], "python-multipart"),
    "an uploaded file": (
        "from fastapi import UploadFile\ndef f(file: UploadFile): ...\n",
        ["fastapi"],
        "python-multipart",
    ),
    "an address in a form": (
        "from wtforms.validators import (\n    DataRequired,\n    Email,\n)\n",
        ["flask-wtf"],
        "email-validator",
    ),
    "templates of Starlette": ("t = Jinja2Templates(directory='t')\n", ["fastapi"], "jinja2"),
    "a web socket": ("@app.websocket('/ws')\nasync def ws(w): ...\n", ["fastapi"], "websockets"),
    "much data in HoloViews": ("from holoviews.operation.datashader import shade\n", ["holoviews"], "datashader"),
    "a notebook that is run": ("import papermill as pm\npm.execute_notebook('a', 'b')\n", ["papermill"], "ipykernel"),
    "pip itself": ("import pip\n", [], "pip"),
    "an Excel file": ("import pandas as pd\npd.read_excel('a.xlsx')\n", ["pandas"], "openpyxl"),
    "an old Excel file": ("import pandas as pd\npd.read_excel('a.xls')\n", ["pandas"], "xlrd"),
    "an Excel file for an old pandas": ("import pandas as pd\npd.read_excel('a.xlsx')\n", ["pandas==1.1.3"], "xlrd<2"),
    "a Parquet file": ("import pandas as pd\ndf = pd.read_parquet('a')\n", ["pandas"], "pyarrow"),
    "SQLAlchemy with asyncio": ("from sqlalchemy.ext.asyncio import create_async_engine\n", [], "greenlet"),
    "the driver of an address": ("url = 'postgresql+asyncpg://db/x'\n", [], "asyncpg"),
    "the newer driver of PostgreSQL": ("url = 'postgresql+psycopg://db/x'\n", [], "psycopg[binary]"),
    "an address without a driver": ("url = f'mysql://{host}/x'\n", ["flask-sqlalchemy"], "mysqlclient"),
    "a default of Django's": (
        "db = dj_database_url.config(default='postgres://db')\n",
        ["dj-database-url"],
        "psycopg2-binary",
    ),
    "a backend of Django": (
        "DATABASES = {'default': {'ENGINE': 'django.db.backends.mysql'}}\n",
        ["django"],
        "mysqlclient",
    ),
    "a plot of a frame": ("df = f()\ndf['a'].plot.hist()\n", ["pandas"], "matplotlib"),
    "a plot of what was counted": ("s.value_counts().plot(kind='bar')\n", ["pandas"], "matplotlib"),
    "a styled frame": ("t = df.style.highlight_max()\n", ["pandas"], "jinja2"),
    "a query by an address": ("import pandas as pd\npd.read_sql('x', 'sqlite:///a.db')\n", ["pandas"], "sqlalchemy"),
    "a bucket": ("import pandas as pd\npd.read_csv('s3://b/a.csv')\n", ["pandas"], "s3fs"),
    "a drawn graph": ("nx.draw_networkx(g)\n", ["networkx"], "matplotlib"),
    "keys in pairs": ("jwt.encode(x, key, algorithm='RS256')\n", ["pyjwt"], "cryptography"),
    "tables to download": ("class V(ExportMixin, SingleTableView): ...\n", ["django-tables2"], "tablib"),
    "numbers of telephones": (
        "from phonenumber_field.modelfields import PhoneNumberField\n",
        ["django-phonenumber-field"],
        "phonenumbers",
    ),
    "files in a bucket": (
        "STORAGE = 'storages.backends.s3boto3.S3Boto3Storage'\n",
        ["django-storages"],
        "boto3",
    ),
    "accounts elsewhere": ("APPS = ['allauth.socialaccount']\n", ["django-allauth"], "pyjwt[crypto]"),
    "passwords of Django": (
        "PASSWORD_HASHERS = [\n    'django.contrib.auth.hashers.Argon2PasswordHasher',\n]\n",
        ["django"],
        "argon2-cffi",
    ),
    "a database of peewee": ("db = PooledPostgresqlDatabase('x')\n", ["peewee"], "psycopg2-binary"),
    "a client of Starlette's for trying": ("from fastapi.testclient import TestClient\n", ["fastapi"], "httpx"),
    "jobs that are kept": ("s.add_jobstore(RedisJobStore())\n", ["apscheduler"], "redis"),
    "what a bot does later": ("def f(c):\n    c.job_queue.run_once(g, 1)\n", ["python-telegram-bot"], "apscheduler<4"),
    "a bot that plays": ("v.play(discord.FFmpegPCMAudio('a.mp3'))\n", ["discord-py"], "pynacl"),
    "a newer bot that plays": ("v.play(discord.FFmpegPCMAudio('a.mp3'))\n", ["discord-py==2.7.1"], "davey"),
    "frames in parts": ("import dask.dataframe as dd\n", ["dask"], "pyarrow"),
    "an engine that is named": ("df.to_excel('a.xlsx', engine='xlsxwriter')\n", ["pandas"], "xlsxwriter"),
    "a smooth curve": ("s = s.interpolate(method='cubic')\n", ["pandas"], "scipy"),
    "data of the weather": ("import xarray as xr\nd = xr.open_dataset('a.nc')\n", ["xarray"], "netcdf4"),
    "a film": ("w = imageio.get_writer('a.mp4', fps=2)\n", ["imageio"], "imageio-ffmpeg"),
    "a code to scan": ("img = qrcode.make('x')\n", ["qrcode"], "pillow"),
    "training": ("a = TrainingArguments(output_dir='x')\n", ["transformers"], "accelerate"),
    "a newer connexion": ("app = connexion.App(__name__)\n", ["connexion==3.1.0"], "a2wsgi"),
    "sessions in Redis": ("app.config['SESSION_TYPE'] = 'redis'\n", ["flask-session"], "redis"),
    "sessions in a database": ("SESSION_TYPE = 'sqlalchemy'\n", ["flask-session"], "flask-sqlalchemy"),
    "a cache in Redis": ("Cache(config={'CACHE_TYPE': 'RedisCache'})\n", ["flask-caching"], "redis"),
    "a proxy": ("P = {'http': 'socks5h://x:1080'}\n", ["requests"], "pysocks"),
    "the second HTTP": ("c = httpx.Client(http2=True)\n", ["httpx"], "h2"),
    "passwords": ("c = CryptContext(schemes=['bcrypt'], deprecated='auto')\n", ["passlib"], "bcrypt<5"),
    "forms of Flask-Security": ("import flask_security\n", ["flask-security==3.0.0"], "email-validator"),
    "the one uvicorn that forgot it": ("import uvicorn\n", ["uvicorn==0.23.0"], "typing-extensions"),
    "pkg_resources": ("import pkg_resources\n", [], "setuptools<81"),
    "a checked description": (
        "v = get_schema_view(validators=['ssv', 'flex'])\n",
        ["drf-yasg"],
        "swagger-spec-validator",
    ),
    "another that checks it": ("v = get_schema_view(validators=['ssv', 'flex'])\n", ["drf-yasg"], "flex"),
    "a parser by its name": ("soup = BeautifulSoup(page, 'lxml')\n", ["beautifulsoup4"], "lxml"),
    "a pipeline of transformers": ("from transformers import pipeline\n", ["transformers"], "torch"),
    "an estimator for scikit-learn": (
        "from xgboost import XGBClassifier\nm = XGBClassifier()\n",
        ["xgboost"],
        "scikit-learn",
    ),
    "a token of long ago": ("import flask_jwt\n", ["flask-jwt"], "flask<2.3"),
    "a name that came back": ("x = np.zeros(3, dtype=np.bool)\n", ["numpy"], "numpy!=1.24.*,!=1.25.*,!=1.26.*"),
    "an old Flask alone": ("import flask\n", ["flask==1.1.2"], "werkzeug<2.1"),
    "an older Streamlit's command": ("import streamlit\n", ["streamlit==1.5.1"], "click<8.1"),
    "an old Streamlit alone": ("import streamlit\n", ["streamlit==1.10.0"], "altair<5"),
    "wheels for NumPy 1": ("import pandas\n", ["pandas==1.5.3"], "numpy<2"),
}


def found(root: Path, asks: list[str]) -> set[str]:
    from packaging.requirements import Requirement

    from dockerize_ml.project.place import Place

    project = Project.open(root)
    known = tuple(Ask(Requirement(text).name, text, Place("requirements.txt", 1)) for text in asks)
    return {repair.new for repair in undeclared(project, inspect(project), known)}


@pytest.mark.parametrize(("source", "asks", "need"), CATCHES.values(), ids=CATCHES.keys())
def test_what_is_needed(source: str, asks: list[str], need: str, folder: Make) -> None:
    assert need in found(folder({"app.py": source}), asks)


STAYS_QUIET = {
    "an older connexion": ("app = connexion.App(__name__)\n", ["connexion==2.14.2"]),
    "an older bot that plays": ("v.play(discord.FFmpegPCMAudio('a.mp3'))\n", ["discord-py==2.6.4", "pynacl"]),
    "hashers that Django only knows": (
        """PASSWORD_HASHERS = [
    'django.contrib.auth.hashers.PBKDF2PasswordHasher',
    'django.contrib.auth.hashers.Argon2PasswordHasher',
]
""",
        ["django"],
    ),
    "the schema of another package": ("from drf_yasg.views import get_schema_view\n", ["djangorestframework"]),
    "data of the weather that another opens": ("d = xr.open_dataset('a.nc')\n", ["xarray", "h5netcdf"]),
    "a picture of imageio's": ("w = imageio.get_writer('a.gif')\n", ["imageio"]),
    "interpolation by lines": ("s = s.interpolate(method='linear')\n", ["pandas"]),
    "it is asked for": ("from fastapi import Form\nf = Form(...)\n", ["fastapi", "python-multipart"]),
    "a form of another library": ("from django.forms import Form\nf = Form()\n", ["django"]),
    "another package brings the driver": ("import sqlalchemy\nu = 'postgresql://x'\n", ["sqlalchemy", "psycopg2"]),
    "a CSV file": ("import pandas as pd\npd.read_csv('a.csv')\n", ["pandas"]),
    "Django's own name for another driver": ("x = 'django.db.backends.mysql'\n", ["django", "mysql-connector-python"]),
    "numpy's own truth": ("x = np.bool_(True)\n", ["numpy"]),
    "a new Flask": ("import flask\n", ["flask==3.0.0"]),
    "an old Flask that is not pinned": ("import flask\n", ["flask>=1.0"]),
    "transformers on TensorFlow": ("from transformers import pipeline\n", ["transformers", "tensorflow"]),
    "a plot of Matplotlib's": ("ax.plot(x)\nplt.hist(y)\nfig.data.plot\n", ["pandas"]),
    "a style of something else": ("button.style('x')\nst.style = 3\n", ["pandas"]),
    "a query by a connection": ("pd.read_sql('select 1', sqlite3.connect('a.db'))\n", ["pandas"]),
    "another algorithm": ("jwt.encode(x, key, algorithm='HS256')\n", ["pyjwt"]),
    "sessions in files": ("SESSION_TYPE = 'filesystem'\n", ["flask-session"]),
    "a later uvicorn": ("import uvicorn\n", ["uvicorn==0.23.1"]),
}


@pytest.mark.parametrize(("source", "asks"), STAYS_QUIET.values(), ids=STAYS_QUIET.keys())
def test_what_is_not_needed(source: str, asks: list[str], folder: Make) -> None:
    assert found(folder({"app.py": source}), asks) == set()


def test_the_settings_that_a_program_is_started_from_name_a_driver(folder: Make) -> None:
    ini = "[app:main]\nuse = egg:shop\nsqlalchemy.url = postgresql://db/shop\n"
    files = {"production.ini": ini, "shop/__init__.py": "from pyramid.config import Configurator\n"}
    assert "psycopg2-binary" in found(folder(files), ["pyramid", "sqlalchemy"])


def test_an_engine_that_is_named_reads_the_workbook(folder: Make) -> None:
    source = "import pandas as pd\npd.read_excel('a.xlsx', engine='openpyxl')\n"
    assert "xlrd<2" not in found(folder({"app.py": source}), ["pandas==1.1.3", "openpyxl"])
