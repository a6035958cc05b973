"""``inspect``: the facts with their evidence, for people and for programs."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., "CompletedProcess[str]"]

CONTRACT = (
    "kind framework entrypoint workdir port health_path python manager manifest system_packages accelerator models"
    " environment"
)


def test_json_follows_the_contract(example: Path, run: Run) -> None:
    done = run("inspect", "--format", "json", cwd=example)
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    assert (printed["schema_version"], printed["path"]) == (1, ".")
    facts = printed["facts"]
    assert set(CONTRACT.split()) <= set(facts)
    values = {name: facts[name]["value"] for name in CONTRACT.split()}
    assert values == {
        "kind": "web",
        "framework": "flask",
        "entrypoint": "app_flask:app",
        "workdir": ".",
        "port": 5000,
        "health_path": "/",
        "python": "3.12",
        "manager": "pip",
        "manifest": "requirements.txt",
        "system_packages": {"build": [], "runtime": []},
        "accelerator": "cpu",
        "models": ["model.joblib"],
        "environment": [],
    }
    assert facts["entrypoint"]["evidence"][0] == {"path": "app_flask.py", "line": 9, "reason": "app = Flask(__name__)"}
    for fact in facts.values():
        assert set(fact) == {"value", "confidence", "evidence", "alternatives"}


def test_the_table_shows_the_line_that_proves_it(example: Path, run: Run) -> None:
    done = run("inspect", cwd=example)
    assert "app_flask.py:9  app = Flask(__name__)" in done.stdout
    assert sorted(path.name for path in example.iterdir() if path.name in {"Dockerfile", ".dockerignore"}) == []


def test_a_folder_elsewhere_is_named_as_the_user_named_it(example: Path, run: Run) -> None:
    done = run("inspect", "flask_api", "--format", "json", cwd=example.parent)
    assert json.loads(done.stdout)["path"] == "flask_api"
