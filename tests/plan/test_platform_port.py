"""The port that a platform chooses."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.plan.platform_port import PLACEHOLDER, told_port

Make = Callable[[dict[str, str]], Path]

APP = "from flask import Flask\n\napp = Flask(__name__)\n"
GRADIO = "import gradio as gr\n\ngr.Interface(str, 'text', 'text').launch()\n"
FILES = {"app.py": APP, "requirements.txt": "flask\n", "Procfile": "web: gunicorn --bind :$PORT app:app\n"}


def dockerfile(root: Path, **settings: object) -> str:
    return pipeline.generate(root, settings).files.dockerfile


def test_a_procfile_that_names_it_is_heeded_by_server_and_health_check(folder: Make) -> None:
    text = dockerfile(folder(FILES))
    assert 'CMD ["sh", "-c", "exec gunicorn --bind 0.0.0.0:${PORT:-' in text
    assert "os.environ.get('PORT'," in text
    assert "PORT (Procfile:1): a platform tells the port in it." in text


def test_without_a_platform_no_shell_is_between(folder: Make) -> None:
    text = dockerfile(folder({"app.py": APP, "requirements.txt": "flask\n"}))
    assert 'CMD ["gunicorn",' in text


def test_the_setting_names_another_variable_or_none(folder: Make) -> None:
    root = folder(FILES)
    assert "${AIP_HTTP_PORT:-" in dockerfile(root, port_variable="AIP_HTTP_PORT")
    assert 'CMD ["gunicorn",' in dockerfile(root, port_variable="")


def test_a_port_that_a_variable_holds_moves_into_the_command(folder: Make) -> None:
    text = dockerfile(folder({"app.py": GRADIO, "requirements.txt": "gradio\n"}), port_variable="PORT")
    assert "exec env GRADIO_SERVER_PORT=${PORT:-7860} python app.py" in text
    assert "GRADIO_SERVER_PORT=7860" not in text


@pytest.mark.parametrize(("environment", "port"), [({}, "5000"), ({"PORT": "8080"}, "8080")])
def test_the_shell_gives_the_program_the_words_that_it_would_have_got(environment: dict[str, str], port: str) -> None:
    words = ("printf", "%s|", f"0.0.0.0:{PLACEHOLDER}", "a b'$c", "")
    command = told_port(words, {}, "PORT", 5000).arguments
    path = {"PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, env={**path, **environment}, capture_output=True, text=True, check=True)
    assert done.stdout == f"0.0.0.0:{port}|a b'$c||"


def test_what_is_typed_behind_the_image_reaches_a_program_that_asks_for_it() -> None:
    root = Path(__file__).parents[1] / "projects" / "cli_server_asks_for_its_store"
    (line,) = [line for line in dockerfile(root, port_variable="PORT").split("\n") if line.startswith("ENTRYPOINT")]
    shell, flag, script, name = json.loads(line.removeprefix("ENTRYPOINT"))
    command = (shell, flag, script.replace("exec shelfd", "exec echo"), name, "--store", "a b")
    done = subprocess.run(command, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=True)
    assert done.stdout == "--address 0.0.0.0:7070 --store a b\n"
