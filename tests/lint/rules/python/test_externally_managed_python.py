CATCHES = {
    "Debian": "FROM debian:12-slim\nRUN apt-get install -y python3-pip\nRUN ⟦pip install flask⟧",
    "Ubuntu": "FROM ubuntu:24.04\nRUN apt-get update && apt-get install -y python3-pip && ⟦pip3 install flask⟧",
    "as a module": "FROM debian:trixie\nRUN apt-get install -y python3-pip && python3 -m pip install flask",
    "from a list": "FROM debian:bookworm\nRUN apt-get install -y python3-pip\nRUN pip install -r requirements.txt",
    "in a stage on it": "FROM debian:12 AS a\nRUN apt-get install -y python3-pip\nFROM a\nRUN pip install flask",
}

STAYS_QUIET = {
    "an environment": (
        "FROM debian:12\nRUN apt-get install -y python3-pip python3-venv && python3 -m venv /v\nENV PATH=/v/bin:$PATH\n"
        "RUN pip install flask"
    ),
    "told to break": (
        "FROM debian:12\nRUN apt-get install -y python3-pip\nRUN pip install --break-system-packages flask"
    ),
    "told by a variable": (
        "FROM debian:12\nENV PIP_BREAK_SYSTEM_PACKAGES=1\nRUN apt-get install -y python3-pip && pip install flask"
    ),
    "the mark is removed": (
        "FROM debian:12\n"
        "RUN apt-get install -y python3-pip && rm /usr/lib/python3*/EXTERNALLY-MANAGED\nRUN pip install a"
    ),
    "another folder": "FROM debian:12\nRUN apt-get install -y python3-pip\nRUN pip install --target /app flask",
    "an older Debian": "FROM debian:11\nRUN apt-get install -y python3-pip && pip install flask",
    "an older Ubuntu": "FROM ubuntu:22.04\nRUN apt-get install -y python3-pip && pip install flask",
    "the official Python": "FROM python:3.12\nRUN apt-get install -y python3-pip && pip install flask",
    "an image on Ubuntu": "FROM rocm/pytorch:ubuntu24.04\nRUN apt-get install -y python3-pip && pip install flask",
    "another pip": "FROM debian:12\nRUN apt-get install -y python3-pip\nRUN /opt/x/bin/pip install flask",
    "conda's": (
        "FROM debian:12\nRUN apt-get install -y python3-pip\nENV PATH=/opt/conda/bin:$PATH\nRUN pip install flask"
    ),
    "another Python": (
        "FROM ubuntu:24.04\n"
        "RUN add-apt-repository ppa:deadsnakes/ppa && apt-get install -y python3-pip && pip install a"
    ),
    "no pip of the system": "FROM debian:12\nRUN python3 get-pip.py && pip install flask",
    "no tag": "FROM debian\nRUN apt-get install -y python3-pip && pip install flask",
    "pip downloads": "FROM debian:12\nRUN apt-get install -y python3-pip && pip download flask",
}
