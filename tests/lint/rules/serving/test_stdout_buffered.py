CATCHES = {
    "a script": 'FROM python:3.12-slim\nEXPOSE 80\nCMD [⟦"python", "app.py"⟧]',
    "a module": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python3", "-m", "shop"]',
    "in the shell form": "FROM python:3.12-slim\nEXPOSE 80\nCMD ⟦python app.py⟧",
    "another variable": 'FROM python:3.12-slim\nENV PYTHONUTF8=1\nEXPOSE 80\nCMD ["python", "app.py"]',
    "-u is the script's": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "app.py", "-u"]',
}

STAYS_QUIET = {
    "set": 'FROM python:3.12-slim\nENV PYTHONUNBUFFERED=1\nEXPOSE 80\nCMD ["python", "app.py"]',
    "set in the stage below": (
        'FROM python:3.12-slim AS a\nENV PYTHONUNBUFFERED=1\nFROM a\nEXPOSE 80\nCMD ["python", "app.py"]'
    ),
    "set for the command": "FROM python:3.12-slim\nEXPOSE 80\nCMD PYTHONUNBUFFERED=1 python app.py",
    "-u": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "-u", "app.py"]',
    "-u among others": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "-Bu", "app.py"]',
    "a job": 'FROM python:3.12-slim\nCMD ["python", "train.py"]',
    "a server that logs": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["uvicorn", "a:b"]',
    "no Python": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["/srv/run"]',
    "the base sets it": 'FROM pytorch/torchserve:latest\nEXPOSE 80\nCMD ["python", "app.py"]',
    "an unknown base may set it": 'FROM example.com/base:1\nEXPOSE 80\nCMD ["python", "app.py"]',
    "no script": 'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "--version"]',
}

FIXES = {
    "above the comment that belongs to it": (
        'FROM python:3.12-slim\nEXPOSE 80\n# hadolint ignore=DL3025\nCMD ["python", "app.py"]\n',
        (
            "FROM python:3.12-slim\nEXPOSE 80\nENV PYTHONUNBUFFERED=1\n# hadolint ignore=DL3025\n"
            'CMD ["python", "app.py"]\n'
        ),
    ),
    "above the command": (
        'FROM python:3.12-slim\nEXPOSE 80\nCMD ["python", "app.py"]\n',
        'FROM python:3.12-slim\nEXPOSE 80\nENV PYTHONUNBUFFERED=1\nCMD ["python", "app.py"]\n',
    ),
}
