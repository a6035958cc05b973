"""What a program signs with is made at its start: it is in no image, and never instead of one that is given."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = "import os\nfrom flask import Flask\n\napp = Flask(__name__)\napp.secret_key = os.environ['SECRET_KEY']\n"
TWO = f"{APP}app.config['JWT_SECRET_KEY'] = os.environ['JWT_SECRET_KEY']\nimport jwt\n"
DOTENV = f"{APP}from dotenv import load_dotenv\nload_dotenv()\n"
JOB = (
    "import os\nimport sys\nfrom itsdangerous import Signer\n\n\ndef main():\n"
    "    print(Signer(os.environ['SECRET_KEY']).sign('a'), sys.argv)\n\n\nif __name__ == '__main__':\n    main()\n"
)


def made(folder: Make, code: str, **settings: object) -> str:
    return pipeline.generate(folder({"app.py": code, "requirements.txt": "flask\n"}), settings).files.dockerfile


def words(dockerfile: str, keyword: str) -> list[str]:
    (line,) = [line for line in dockerfile.split("\n") if line.startswith(f"{keyword} [")]
    found: list[str] = json.loads(line.removeprefix(keyword))
    return found


def started(entry: list[str], folder: Path, **given: str) -> dict[str, str]:
    """The secrets that a program finds when it is started so, by a shell of this machine."""
    script = "import os; [print(f'{k}={v}') for k, v in os.environ.items() if 'SECRET' in k]"
    environment = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", **given}
    line = [*entry, "python", "-c", script]
    done = subprocess.run(line, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return dict(each.split("=", 1) for each in done.stdout.splitlines())


def test_it_is_made_anew_unless_given(folder: Make, tmp_path: Path) -> None:
    entry = words(made(folder, APP), "ENTRYPOINT")
    first, second = (started(entry, tmp_path)["SECRET_KEY"] for _ in range(2))
    assert len(first) == len(second) == 64
    assert first != second
    assert started(entry, tmp_path, SECRET_KEY="mine")["SECRET_KEY"] == "mine"
    assert len(started(entry, tmp_path, SECRET_KEY="")["SECRET_KEY"]) == 64


def test_each_of_several_is_another(folder: Make, tmp_path: Path) -> None:
    entry = words(made(folder, TWO), "ENTRYPOINT")
    found = started(entry, tmp_path, JWT_SECRET_KEY="mine $HOME")
    assert found["JWT_SECRET_KEY"] == "mine $HOME"
    found = started(entry, tmp_path)
    assert found["SECRET_KEY"] != found["JWT_SECRET_KEY"]
    assert {len(value) for value in found.values()} == {64}


def test_a_mounted_file_has_its_say(folder: Make, tmp_path: Path) -> None:
    entry = words(made(folder, DOTENV), "ENTRYPOINT")
    assert len(started(entry, tmp_path)["SECRET_KEY"]) == 64
    (tmp_path / ".env").write_text("SECRET_KEY=mine\n", encoding="utf-8")
    assert started(entry, tmp_path) == {}


def test_the_program_stays_what_is_started(folder: Make) -> None:
    text = made(folder, APP)
    assert words(text, "ENTRYPOINT")[2].endswith('; exec "$@"')
    assert words(text, "CMD")[0] == "gunicorn"
    assert "# They end with the container then; `docker run -e SECRET_KEY=… IMAGE` keeps them." in text


def test_a_job_is_passed_its_words(folder: Make) -> None:
    entry = words(made(folder, JOB), "ENTRYPOINT")
    assert entry[:2] == ["sh", "-c"]
    assert entry[-3:] == ["sh", "python", "app.py"]


def test_the_user_may_decide(folder: Make) -> None:
    text = made(folder, APP, env={"SECRET_KEY": "for-the-exhibition"})
    assert "ENTRYPOINT" not in text


@pytest.mark.parametrize("code", [APP, TWO, DOTENV])
def test_no_linter_has_anything_to_say(code: str, folder: Make) -> None:
    root = folder({"app.py": code, "requirements.txt": "flask==3.1.0\n"})
    made_of = pipeline.generate(root).files
    assert [finding.code for finding in pipeline.lint(made_of.dockerfile)] == []


def test_the_user_is_told(folder: Make) -> None:
    notes = pipeline.generate(folder({"app.py": TWO, "requirements.txt": "flask\n"})).plan.notes
    (note,) = [note for note in notes if "signed" in note.text]
    assert "JWT_SECRET_KEY (app.py:6) and SECRET_KEY (app.py:5)" in note.text
    assert "docker run -e JWT_SECRET_KEY=… -e SECRET_KEY=… IMAGE" in note.hint


def test_what_no_random_text_can_be_is_told_of(folder: Make) -> None:
    code = f"{APP}app.config['URL'] = os.environ['DATABASE_URL']\nKEY = os.environ['API_KEY']\nN = os.environ['SIZE']\n"
    files = {"app.py": code, "requirements.txt": "flask\n", ".env.example": "SIZE=3\nSECRET_KEY=x\n"}
    notes = pipeline.generate(folder(files), {}).plan.notes
    (note,) = [note for note in notes if "fails without" in note.text]
    assert (
        note.text == "The program fails without API_KEY (app.py:7) and DATABASE_URL (app.py:6), which nothing gives it."
    )
    assert note.hint == "Start it with `docker run -e API_KEY=… -e DATABASE_URL=… IMAGE`."
