CATCHES = {
    "Debian": 'FROM debian:12\nRUN apt-get install -y python3\nCMD ["⟦python⟧", "app.py"]',
    "Ubuntu": 'FROM ubuntu:24.04\nRUN apt-get install -y python3-pip\nENTRYPOINT ["python", "-m", "x"]',
    "CUDA": 'FROM nvidia/cuda:12.4.1-base-ubuntu22.04\nRUN apt-get install -y python3-dev\nCMD ["python", "x.py"]',
    "in the shell form": "FROM debian:12\nRUN apt-get install -y python3\nCMD ⟦python⟧ app.py",
}

STAYS_QUIET = {
    "python3": 'FROM debian:12\nRUN apt-get install -y python3\nCMD ["python3", "app.py"]',
    "the package that makes it": (
        'FROM debian:12\nRUN apt-get install -y python3 python-is-python3\nCMD ["python", "x.py"]'
    ),
    "a link": (
        'FROM debian:12\nRUN apt-get install -y python3 && ln -s /usr/bin/python3 /usr/bin/python\nCMD ["python", "x"]'
    ),
    "alternatives": (
        "FROM debian:12\nRUN apt-get install -y python3\nRUN update-alternatives --install /usr/bin/python python x 1\n"
        'CMD ["python", "x.py"]'
    ),
    "an environment": (
        "FROM debian:12\nRUN apt-get install -y python3-venv && python3 -m venv /v\n"
        'ENV PATH=/v/bin:$PATH\nCMD ["python", "x"]'
    ),
    "conda": 'FROM debian:12\nRUN apt-get install -y python3 && bash Miniconda.sh\nCMD ["python", "x.py"]',
    "the official Python": 'FROM python:3.12\nRUN apt-get install -y python3\nCMD ["python", "x.py"]',
    "an unknown base": 'FROM example.com/base:1\nRUN apt-get install -y python3\nCMD ["python", "x.py"]',
    "Python 2": 'FROM debian:10\nRUN apt-get install -y python python3\nCMD ["python", "x.py"]',
    "no Python of the system": 'FROM debian:12\nCMD ["python", "x.py"]',
    "copied from another image": (
        'FROM debian:12\nRUN apt-get install -y python3\nCOPY --from=a:1 /usr/local /usr/local\nCMD ["python", "x.py"]'
    ),
    "in its folder": 'FROM debian:12\nRUN apt-get install -y python3\nCMD ["/opt/bin/python", "x.py"]',
}

FIXES = {
    "in JSON": (
        'FROM debian:12\nRUN apt-get install -y python3\nCMD ["python", "x.py"]\n',
        'FROM debian:12\nRUN apt-get install -y python3\nCMD ["python3", "x.py"]\n',
    ),
}
