CATCHES = {
    "the shell form": "FROM python:3.12-slim\nCMD ⟦uvicorn app:app --host 0.0.0.0⟧",
    "ENTRYPOINT": "FROM python:3.12-slim\nENTRYPOINT gunicorn app:app",
    "behind another command": "FROM python:3.12-slim\nCMD cd /srv && ⟦uvicorn app:app⟧",
    "sh -c": 'FROM python:3.12-slim\nCMD ["sh", "-c", "uvicorn app:app --port $PORT"]',
    "Python with a port": "FROM python:3.12-slim\nEXPOSE 80\nCMD python app.py",
    "a module": "FROM python:3.12-slim\nCMD python -m streamlit run app.py",
    "an unknown base": "FROM example.com/base:1\nCMD gunicorn app:app",
    "behind a migration": "FROM python:3.12-slim\nCMD python manage.py migrate; gunicorn app:app",
}

STAYS_QUIET = {
    "exec": "FROM python:3.12-slim\nCMD exec uvicorn app:app",
    "exec behind a migration": "FROM python:3.12-slim\nCMD python manage.py migrate && exec gunicorn app:app",
    "the exec form": 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app"]',
    "bash does so by itself": 'FROM python:3.12-slim\nCMD ["bash", "-c", "true; gunicorn app:app"]',
    "SHELL is bash": 'FROM python:3.12-slim\nSHELL ["/bin/bash", "-c"]\nCMD gunicorn app:app',
    "Red Hat's sh is bash": "FROM registry.access.redhat.com/ubi9/python-312:1\nCMD gunicorn app:app",
    "Alpine": "FROM python:3.12-alpine\nCMD gunicorn app:app",
    "it waits": "FROM python:3.12-slim\nCMD trap 'kill %1' TERM; gunicorn app:app & wait",
    "in the background": "FROM python:3.12-slim\nCMD gunicorn app:app &",
    "no server": "FROM python:3.12-slim\nCMD python train.py",
    "its output goes through a pipe": "FROM python:3.12-slim\nCMD gunicorn app:app | tee log",
    "an init": 'FROM python:3.12-slim\nENTRYPOINT ["tini", "--"]\nCMD ["sh", "-c", "gunicorn app:app"]',
    "an init in the shell form": "FROM python:3.12-slim\nCMD tini -- gunicorn app:app",
    "the base has an init": "FROM condaforge/miniforge3:24.9.0-0\nCMD gunicorn app:app",
    "for development": "FROM python:3.12-slim AS dev\nCMD flask run",
    "a builder's": "FROM python:3.12-slim\nCMD gunicorn a:b\nFROM scratch\nCOPY --from=0 /a /a",
    "another verb": "FROM python:3.12-slim\nCMD flask db upgrade",
}

FIXES = {
    "one command": ("FROM python:3.12-slim\nCMD gunicorn a:b\n", "FROM python:3.12-slim\nCMD exec gunicorn a:b\n"),
    "behind a variable": (
        "FROM python:3.12-slim\nCMD A=1 gunicorn a:b\n",
        "FROM python:3.12-slim\nCMD A=1 exec gunicorn a:b\n",
    ),
    "inside JSON": (
        'FROM python:3.12-slim\nCMD ["sh", "-c", "cd \\"/srv\\" && gunicorn a:b"]\n',
        'FROM python:3.12-slim\nCMD ["sh", "-c", "cd \\"/srv\\" && exec gunicorn a:b"]\n',
    ),
    "not in a loop": (
        "FROM python:3.12-slim\nCMD while true; do gunicorn a:b; done\n",
        "FROM python:3.12-slim\nCMD while true; do gunicorn a:b; done\n",
    ),
}
