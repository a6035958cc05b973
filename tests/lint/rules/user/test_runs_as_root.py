CATCHES = {
    "a server by its name": 'FROM python:3.12-slim\nCMD [⟦"uvicorn", "app:app"⟧]',
    "in the shell form": "FROM python:3.12-slim\nCMD ⟦gunicorn app:app⟧",
    "a Python program with a port": 'FROM python:3.12-slim\nEXPOSE 8000\nCMD ["python", "app.py"]',
    "as a module": 'FROM python:3.12-slim\nENTRYPOINT ["python3", "-m", "streamlit", "run", "app.py"]',
    "behind a runner": 'FROM python:3.12-slim\nCMD ["poetry", "run", "uvicorn", "app:app"]',
    "with an init": 'FROM python:3.12-slim\nENTRYPOINT ["tini", "--"]\nCMD ["gunicorn", "app:app"]',
    "ENTRYPOINT and CMD together": 'FROM python:3.12-slim\nENTRYPOINT ["python"]\nCMD ["-m", "uvicorn", "a:b"]',
    "USER of a builder only": ('FROM debian:12 AS build\nUSER app\nFROM python:3.12-slim\nCMD ["gunicorn", "app:app"]'),
    "an unknown base": 'FROM example.com/team/base:1\nCMD ["gunicorn", "app:app"]',
}

STAYS_QUIET = {
    "a user": 'FROM python:3.12-slim\nUSER 10001\nCMD ["gunicorn", "app:app"]',
    "a user in the stage below": ('FROM python:3.12-slim AS base\nUSER app\nFROM base\nCMD ["gunicorn", "app:app"]'),
    "said to be root, which is another rule's": 'FROM python:3.12-slim\nUSER root\nCMD ["gunicorn", "app:app"]',
    "the base has a user": 'FROM quay.io/jupyter/scipy-notebook:2024-10-07\nCMD ["jupyter", "lab"]',
    "a job": 'FROM python:3.12-slim\nCMD ["python", "train.py"]',
    "no server": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["/srv/run"]',
    "a shell": 'FROM python:3.12-slim\nCMD ["bash"]',
    "no command": "FROM python:3.12-slim\nEXPOSE 80",
    "another verb of the program": 'FROM python:3.12-slim\nCMD ["flask", "db", "upgrade"]',
    "a builder": 'FROM python:3.12-slim\nCMD ["gunicorn", "a:b"]\nFROM scratch\nCOPY --from=0 /a /a',
    "it steps down itself": 'FROM python:3.12-slim\nCMD ["gosu", "app", "gunicorn", "app:app"]',
    "its init steps down": 'FROM python:3.12-slim\nENTRYPOINT ["su-exec", "app"]\nCMD ["gunicorn", "app:app"]',
    "gunicorn steps down": 'FROM python:3.12-slim\nCMD ["gunicorn", "--user", "app", "app:app"]',
    "SageMaker wants root": (
        "FROM python:3.12-slim\nLABEL com.amazonaws.sagemaker.capabilities.accept-bind-to-port=true\n"
        'CMD ["gunicorn", "app:app"]'
    ),
    "for development": 'FROM python:3.12-slim AS dev\nCMD ["uvicorn", "app:app", "--reload"]',
    "a development container": 'FROM mcr.microsoft.com/devcontainers/python:3.12\nCMD ["flask", "run"]',
    "Jupyter, which has a rule of its own": 'FROM python:3.12-slim\nCMD ["jupyter", "lab", "--allow-root"]',
    "CMD of the stage below is taken away": (
        'FROM python:3.12-slim AS base\nCMD ["gunicorn", "a:b"]\nFROM base\nENTRYPOINT ["/srv/run"]'
    ),
}

FIXES = {
    "above the command": (
        'FROM python:3.12-slim\nCMD ["gunicorn", "a:b"]\n',
        'FROM python:3.12-slim\nRUN useradd --uid 10001 --create-home app\nUSER 10001\nCMD ["gunicorn", "a:b"]\n',
    ),
    "not above what needs root": (
        'FROM python:3.12-slim\nCMD ["gunicorn", "a:b"]\nRUN pip install gunicorn\n',
        'FROM python:3.12-slim\nCMD ["gunicorn", "a:b"]\nRUN pip install gunicorn\n',
    ),
    "not where useradd may be missing": (
        'FROM python:3.12-alpine\nCMD ["gunicorn", "a:b"]\n',
        'FROM python:3.12-alpine\nCMD ["gunicorn", "a:b"]\n',
    ),
}
