"""Which workers of gunicorn a program's connections need that stay open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.plan.model import Command

Make = Callable[[dict[str, str]], Path]
SOCKETS = (
    "from flask import Flask\nfrom flask_socketio import SocketIO\n\napp = Flask(__name__)\nio = SocketIO(app{})\n"
)
PLAIN = "from flask import Flask\n\napp = Flask(__name__)\n"
USUAL = "--threads 4"
CASES = {
    "eventlet is installed": (SOCKETS.format(""), "flask-socketio\neventlet\ngunicorn==23.0.0\n", "eventlet"),
    "no worker any more": (SOCKETS.format(""), "flask-socketio\neventlet\ngunicorn==26.2.0\n", "--threads 100"),
    "no worker yet": (SOCKETS.format(""), "flask-socketio\neventlet==0.33.0\ngunicorn==20.1.0\n", "--threads 100"),
    "an older eventlet": (SOCKETS.format(""), "flask-socketio\neventlet==0.30.2\ngunicorn==20.1.0\n", "eventlet"),
    "gevent is installed": (SOCKETS.format(""), "flask-socketio\ngevent\ngunicorn\n", "gevent"),
    "gevent with WebSockets": (
        SOCKETS.format(""),
        "flask-socketio\ngevent\ngevent-websocket\ngunicorn\n",
        "geventwebsocket.gunicorn.workers.GeventWebSocketWorker",
    ),
    "the program chooses threads": (
        SOCKETS.format(", async_mode='threading'"),
        "flask-socketio\neventlet\ngunicorn\n",
        "--threads 100",
    ),
    "nothing but threads": (SOCKETS.format(""), "flask-socketio\ngunicorn\n", "--threads 100"),
    "an application without": (PLAIN, "flask\neventlet\ngunicorn\n", USUAL),
    "another server": (SOCKETS.format(""), "flask-socketio\neventlet\nwaitress\n", "waitress-serve"),
}


@pytest.mark.parametrize("case", CASES)
def test_the_command_has_the_workers(case: str, folder: Make) -> None:
    source, required, expected = CASES[case]
    root = folder({"app.py": source, "requirements.txt": required})

    plan = pipeline.plan(pipeline.inspect(root))
    (step,) = [step for stage in plan.stages for step in stage.steps if isinstance(step, Command)]
    words = " ".join(step.arguments)

    wanted = expected if " " in expected or expected == "waitress-serve" else f"--worker-class {expected}"
    assert f"{wanted} " in words
    assert (USUAL in words) == (expected == USUAL)


@pytest.mark.parametrize("flag", ["-k gevent", "--worker-class gevent", "--worker-class=gevent"])
def test_the_project_s_own_command_says_which(flag: str, folder: Make) -> None:
    files = {
        "app.py": PLAIN,
        "requirements.txt": "flask\ngevent\ngunicorn\n",
        "Procfile": f"web: gunicorn {flag} app:app\n",
    }

    (found,) = pipeline.inspect(folder(files)).outside.worker_classes

    assert found.name == "gevent"
    assert found.evidence.path == "Procfile"


def test_a_command_that_starts_something_else_says_nothing(folder: Make) -> None:
    files = {
        "app.py": PLAIN,
        "other.py": PLAIN,
        "requirements.txt": "flask\ngevent\ngunicorn\n",
        "Procfile": "web: gunicorn app:app\nother: gunicorn -k gevent other:app\n",
    }

    assert pipeline.inspect(folder(files)).outside.worker_classes == ()
