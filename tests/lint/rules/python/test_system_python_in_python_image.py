CATCHES = {
    "a module": "FROM python:3.12-slim\nRUN apt-get install -y ⟦python3-numpy⟧",
    "pip": "FROM python:3.12\nRUN apt-get install -y git python3-pip",
    "venv": "FROM python:3.12-slim\nRUN apt-get update && apt install -y python3-venv",
    "Python itself": "FROM python:3.12-slim\nRUN apt-get install -y python3",
    "with a version": "FROM python:3.12-slim\nRUN apt-get install -y python3-numpy=1:1.24.2-1",
    "its headers": "FROM python:3.12-slim\nRUN apt-get install -y gcc python3-dev",
    "in a builder": "FROM python:3.12-slim AS x\nRUN apt-get install -y python3-dev gcc\nFROM scratch",
    "in a stage on that image": "FROM python:3.12-slim AS x\nFROM x\nRUN apt-get install -y python3-opencv",
}

STAYS_QUIET = {
    "Debian's own image": "FROM debian:12\nRUN apt-get install -y python3-numpy",
    "Ubuntu": "FROM ubuntu:24.04\nRUN apt-get install -y python3-pip",
    "an unknown base": "FROM example.com/python:3.12\nRUN apt-get install -y python3-pip",
    "other packages": "FROM python:3.12-slim\nRUN apt-get install -y gcc libpq-dev",
    "a library about Python": "FROM python:3.12-slim\nRUN apt-get install -y libpython3-dev",
    "the system's own bindings": "FROM python:3.12-slim\nRUN apt-get install -y python3-apt",
    "GObject": "FROM python:3.12-slim\nRUN apt-get install -y python3-gi",
    "used by its path": "FROM python:3.12\nRUN apt-get install -y python3-uno\nRUN /usr/bin/python3 convert.py",
    "removed": "FROM python:3.12\nRUN apt-get remove -y python3",
    "pip's package": "FROM python:3.12-slim\nRUN pip install python3-openid",
    "Alpine": "FROM python:3.12-alpine\nRUN apk add python3-dev",
}
