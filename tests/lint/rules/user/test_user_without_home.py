CATCHES = {
    "a number": 'FROM python:3.12-slim\nUSER ⟦10001⟧\nCMD ["python", "app.py"]',
    "a number and a group": 'FROM python:3.12-slim\nUSER 1000:1000\nCMD ["python", "app.py"]',
    "made for the system": 'FROM python:3.12-slim\nRUN ⟦useradd -r app⟧\nUSER app\nCMD ["gunicorn", "a:b"]',
    "useradd makes none by itself": 'FROM debian:12\nRUN useradd app\nUSER app\nCMD ["python3", "app.py"]',
    "told not to": 'FROM python:3.12-slim\nRUN useradd --no-create-home app\nUSER app\nCMD ["python", "app.py"]',
}

STAYS_QUIET = {
    "a home": 'FROM python:3.12-slim\nRUN useradd --create-home app\nUSER app\nCMD ["python", "app.py"]',
    "a home in short": 'FROM python:3.12-slim\nRUN useradd -m -u 1000 app\nUSER 1000\nCMD ["python", "app.py"]',
    "a home that is named": 'FROM python:3.12-slim\nRUN useradd -d /srv app\nUSER app\nCMD ["python", "app.py"]',
    "adduser makes one": 'FROM python:3.12-slim\nRUN adduser --disabled-password app\nUSER app\nCMD ["python", "a.py"]',
    "a variable": 'FROM python:3.12-slim\nENV HOME=/tmp\nUSER 10001\nCMD ["python", "app.py"]',
    "a cache that is named": 'FROM python:3.12-slim\nENV HF_HOME=/data\nUSER 10001\nCMD ["python", "app.py"]',
    "a folder that is made": 'FROM python:3.12-slim\nRUN mkdir /home/app\nUSER 10001\nCMD ["python", "app.py"]',
    "root": 'FROM python:3.12-slim\nUSER root\nCMD ["python", "app.py"]',
    "no user": 'FROM python:3.12-slim\nCMD ["python", "app.py"]',
    "an unknown base": 'FROM example.com/base:1\nUSER 10001\nCMD ["python", "app.py"]',
    "Red Hat's, which has one": 'FROM registry.access.redhat.com/ubi9/python-312\nUSER 1001\nCMD ["python", "app.py"]',
    "Ubuntu's own user": 'FROM ubuntu:24.04\nUSER 1000\nCMD ["python3", "app.py"]',
    "a name that somebody else made": 'FROM python:3.12-slim\nUSER nobody\nCMD ["python", "app.py"]',
    "no Python": 'FROM debian:12\nUSER 10001\nCMD ["/srv/run"]',
    "a user that the build names": 'FROM python:3.12-slim\nARG UID\nUSER $UID\nCMD ["python", "app.py"]',
}

FIXES = {
    "useradd": (
        'FROM python:3.12-slim\nRUN useradd -r app\nUSER app\nCMD ["python", "app.py"]\n',
        'FROM python:3.12-slim\nRUN useradd --create-home -r app\nUSER app\nCMD ["python", "app.py"]\n',
    ),
}
