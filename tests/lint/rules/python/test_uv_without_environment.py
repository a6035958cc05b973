CATCHES = {
    "Python": "FROM python:3.12-slim\nRUN ⟦uv pip install flask⟧",
    "from a list": "FROM python:3.12-slim\nRUN pip install uv && ⟦uv pip install -r requirements.txt⟧",
    "Debian": "FROM debian:12\nRUN uv pip install flask",
    "sync": "FROM python:3.12-slim\nRUN uv pip sync requirements.txt",
    "in its folder": "FROM python:3.12-slim\nRUN /root/.local/bin/uv pip install flask",
}

STAYS_QUIET = {
    "the system": "FROM python:3.12-slim\nRUN uv pip install --system flask",
    "the system by a variable": "FROM python:3.12-slim\nENV UV_SYSTEM_PYTHON=1\nRUN uv pip install flask",
    "a Python is named": "FROM python:3.12-slim\nRUN uv pip install --python /usr/local/bin/python flask",
    "a folder is named": "FROM python:3.12-slim\nRUN uv pip install --target /app flask",
    "an environment": "FROM python:3.12-slim\nRUN uv venv && uv pip install flask",
    "an environment by a variable": "FROM python:3.12-slim\nENV VIRTUAL_ENV=/opt/v\nRUN uv pip install flask",
    "an environment of Python's": "FROM python:3.12-slim\nRUN python -m venv .venv\nRUN uv pip install flask",
    "an unknown base": "FROM example.com/base:1\nRUN uv pip install flask",
    "a base with an environment": "FROM pytorch/torchserve:latest\nRUN uv pip install flask",
    "conda": "FROM python:3.12\nRUN conda activate x && uv pip install flask",
    "uv's own environment": "FROM python:3.12-slim\nRUN uv sync\nRUN uv pip install flask",
    "another verb": "FROM python:3.12-slim\nRUN uv pip compile requirements.in",
    "pip": "FROM python:3.12-slim\nRUN pip install flask",
    "a tool": "FROM python:3.12-slim\nRUN uv tool install ruff",
}

FIXES = {
    "behind the verb": (
        "FROM python:3.12-slim\nRUN uv pip install flask",
        "FROM python:3.12-slim\nRUN uv pip install --system flask",
    ),
}
