"""What command lines start."""

import pytest

from dockerize_ml.facts.words.launch import Launch, launched
from dockerize_ml.facts.words.shell import commands
from dockerize_ml.project.place import Place

STARTS = {
    "gunicorn app:app": (".", Launch("gunicorn", "app", "app")),
    "gunicorn -w 4 -b 0.0.0.0:$PORT 'app:create_app()'": (".", Launch("gunicorn", "app", "create_app()")),
    "gunicorn --bind :8080 --workers 1 --timeout 0 main:app": (".", Launch("gunicorn", "main", "app", port=8080)),
    "gunicorn site.wsgi --log-file -": (".", Launch("gunicorn", "site.wsgi")),
    "cd src && uvicorn main:app --reload --port 8001": ("src", Launch("uvicorn", "main", "app", port=8001)),
    "cd ./a; cd b && python x.py": ("a/b", Launch("python", path="x.py")),
    "poetry run uvicorn app.main:app --port ${PORT:-8000}": (".", Launch("uvicorn", "app.main", "app", port=8000)),
    "uvicorn --factory app:create_app": (".", Launch("uvicorn", "app", "create_app()")),
    "python -m uvicorn api.app:app": (".", Launch("uvicorn", "api.app", "app")),
    "uv run --with x python -u main.py": (".", Launch("python", path="main.py")),
    "python3 -m src.bot": (".", Launch("python", "src.bot")),
    "streamlit run ui/app.py --server.port=8501": (".", Launch("streamlit", path="ui/app.py", port=8501)),
    "FLASK_APP=run.py flask run -p 8080": (".", Launch("flask", path="run.py", port=8080)),
    "export FLASK_APP=app && flask run": (".", Launch("flask", "app")),
    "python manage.py runserver 0.0.0.0:8010": (".", Launch("django", name="runserver", path="manage.py", port=8010)),
    "celery -A proj.celery worker -l info": (".", Launch("celery", "proj.celery")),
    "sh -c 'python app.py'": (".", Launch("python", path="app.py")),
    "exec python -W ignore serve.py --port 9000": (".", Launch("python", path="serve.py", port=9000)),
    "PORT=5050 python app.py": (".", Launch("python", path="app.py", port=5050)),
}


@pytest.mark.parametrize("text", STARTS)
def test_a_command_starts(text: str) -> None:
    workdir, expected = STARTS[text]

    found = [(command.workdir, launched(command)) for command in commands(text, Place("README.md", 1), "README", 1)]

    assert found[-1] == (workdir, expected)


STARTS_NOTHING = (
    "python manage.py db upgrade",
    "pip install -r requirements.txt",
    "docker build -t x .",
    "git clone https://a/b",
    "flask db upgrade",
    "'",
    "",
)


@pytest.mark.parametrize("text", STARTS_NOTHING)
def test_other_commands_start_nothing(text: str) -> None:
    assert [launched(command) for command in commands(text, Place("README.md", 1), "README", 1)] in ([], [None])
