CATCHES = {
    "with a port": 'FROM python:3.12-slim\nEXPOSE 8000\nCMD [⟦"python", "app.py"⟧]',
    "a module": 'FROM python:3.12-slim\nEXPOSE 8000\nENTRYPOINT ["python3", "-u", "-m", "shop"]',
    "ENTRYPOINT and CMD together": 'FROM python:3.12-slim\nEXPOSE 80\nENTRYPOINT ["python"]\nCMD ["app.py"]',
    "put in place by exec": "FROM python:3.12-slim\nEXPOSE 80\nCMD exec python app.py",
    "Flask's own server": 'FROM python:3.12-slim\nCMD ["flask", "run", "--host", "0.0.0.0"]',
    "a worker without a port": 'FROM python:3.12-slim\nCMD ["python", "queue_worker.py"]',
    "a bot": 'FROM python:3.12-slim\nCMD ["python", "-m", "bot"]',
    "a port in the stage below": 'FROM python:3.12-slim AS a\nEXPOSE 80\nFROM a\nCMD ["python", "x.py"]',
}

STAYS_QUIET = {
    "STOPSIGNAL": 'FROM python:3.12-slim\nEXPOSE 80\nSTOPSIGNAL SIGINT\nCMD ["python", "app.py"]',
    "STOPSIGNAL below": 'FROM python:3.12-slim AS a\nSTOPSIGNAL SIGINT\nFROM a\nEXPOSE 80\nCMD ["python", "app.py"]',
    "a server that has a handler": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "-m", "uvicorn", "a:b"]',
    "a worker that has a handler": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "-m", "celery", "worker"]',
    "gunicorn": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["gunicorn", "a:b"]',
    "an init": 'FROM python:3.12-slim\nEXPOSE 80\nENTRYPOINT ["tini", "--"]\nCMD ["python", "app.py"]',
    "an init in front": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["dumb-init", "python", "app.py"]',
    "a script above it": 'FROM python:3.12-slim\nEXPOSE 80\nENTRYPOINT ["/run.sh"]\nCMD ["python", "app.py"]',
    "a shell above it": "FROM python:3.12-slim\nEXPOSE 80\nCMD python app.py",
    "a job": 'FROM python:3.12-slim\nCMD ["python", "train.py"]',
    "a job whose name is long": 'FROM python:3.12-slim\nCMD ["python", "/opt/webapples/train.py"]',
    "completed when it starts": 'FROM python:3.12-slim\nENTRYPOINT ["python", "app.py"]',
    "Windows has no signals": 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nEXPOSE 80\nCMD ["python", "app.py"]',
    "no script": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "-c", "import time"]',
    "a prompt": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python"]',
    "the base has an init": 'FROM condaforge/miniforge3:24.9.0-0\nEXPOSE 80\nCMD ["python", "app.py"]',
    "for development": 'FROM python:3.12-slim AS debug\nEXPOSE 80\nCMD ["python", "app.py"]',
    "another verb": 'FROM python:3.12-slim\nCMD ["flask", "routes"]',
}

FIXES = {
    "above the command": (
        'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "app.py"]\n',
        'FROM python:3.12-slim\nEXPOSE 80\nSTOPSIGNAL SIGINT\nCMD ["python", "app.py"]\n',
    ),
}
