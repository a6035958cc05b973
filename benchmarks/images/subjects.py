"""The projects that are measured, and the Dockerfiles that others would have given them."""

import json
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@dataclass(frozen=True)
class Subject:
    """A project, and how to tell that it answers.

    Attributes:
        name: its folder below examples/.
        source: the file that a change of the code is made in.
        port: what the program listens on.
        command: what starts it by hand.
        method, path, body: the request that counts as its first answer.
        variables: what it needs to listen on every interface.
    """

    name: str
    source: str
    port: int
    command: tuple[str, ...]
    method: str = "GET"
    path: str = "/"
    body: str | None = None
    variables: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where it is."""
        return EXAMPLES / self.name


SUBJECTS = (
    Subject(
        "flask_api",
        source="app_flask.py",
        port=5000,
        command=("python", "app_flask.py"),
        method="POST",
        path="/predict",
        body=json.dumps({"features": [5.1, 3.5, 1.4, 0.2]}),
    ),
    Subject(
        "streamlit_dashboard",
        source="dashboard.py",
        port=8501,
        command=("streamlit", "run", "dashboard.py", "--server.address=0.0.0.0"),
        path="/_stcore/health",
    ),
    Subject(
        "gradio_app",
        source="app.py",
        port=7860,
        command=("python", "app.py"),
        variables=("GRADIO_SERVER_NAME=0.0.0.0",),
    ),
)


def tutorial(subject: Subject) -> str:
    """The tutorial's Dockerfile, with this project's port and command."""
    return _text(
        "FROM python:3.12-slim",
        "WORKDIR /app",
        "COPY requirements.txt .",
        "RUN pip install --no-cache-dir -r requirements.txt",
        "COPY . .",
        *_ending(subject),
    )


def documented(subject: Subject) -> str:
    """The shape that ``docker init`` documents for Python: pip with a cache mount, a user without a home."""
    return _text(
        "FROM python:3.12-slim AS base",
        "ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1",
        "WORKDIR /app",
        "RUN useradd --uid 10001 --no-create-home --shell /sbin/nologin appuser",
        "RUN --mount=type=cache,target=/root/.cache/pip \\",
        "    --mount=type=bind,source=requirements.txt,target=requirements.txt \\",
        "    python -m pip install -r requirements.txt",
        "USER appuser",
        "COPY . .",
        *_ending(subject),
    )


def _ending(subject: Subject) -> tuple[str, ...]:
    variables = (f"ENV {' '.join(subject.variables)}",) if subject.variables else ()
    return (*variables, f"EXPOSE {subject.port}", f"CMD {json.dumps(subject.command)}")


def _text(*lines: str) -> str:
    return "\n".join(lines) + "\n"
