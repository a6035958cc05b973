CATCHES = {
    "an old Ubuntu": "FROM ubuntu:20.04\nRUN curl -O ⟦https://bootstrap.pypa.io/get-pip.py⟧ && python3 get-pip.py",
    "an old Debian": "FROM debian:bullseye\nRUN wget https://bootstrap.pypa.io/get-pip.py && python3 get-pip.py",
    "an old Python": "FROM python:3.8-slim\nRUN wget https://bootstrap.pypa.io/get-pip.py && python get-pip.py",
    "CUDA on an old Ubuntu": (
        "FROM nvidia/cuda:11.8.0-base-ubuntu18.04\nRUN curl https://bootstrap.pypa.io/get-pip.py | python3"
    ),
    "named": "FROM example.com/base:1\nRUN wget https://bootstrap.pypa.io/get-pip.py && python3.8 get-pip.py",
}

STAYS_QUIET = {
    "the copy for it": (
        "FROM ubuntu:20.04\nRUN curl -O https://bootstrap.pypa.io/pip/3.8/get-pip.py && python3 get-pip.py"
    ),
    "a newer Ubuntu": "FROM ubuntu:22.04\nRUN curl -O https://bootstrap.pypa.io/get-pip.py && python3 get-pip.py",
    "a newer Python": "FROM python:3.12\nRUN curl -O https://bootstrap.pypa.io/get-pip.py && python get-pip.py",
    "a newer one, named": (
        "FROM ubuntu:20.04\nRUN curl -O https://bootstrap.pypa.io/get-pip.py && python3.11 get-pip.py"
    ),
    "a newer one installed": (
        "FROM ubuntu:20.04\nRUN add-apt-repository ppa:deadsnakes/ppa\n"
        "RUN curl -O https://bootstrap.pypa.io/get-pip.py && python3 get-pip.py"
    ),
    "conda's": "FROM ubuntu:20.04\nRUN conda --version && curl https://bootstrap.pypa.io/get-pip.py | python",
    "an unknown base": "FROM example.com/base:1\nRUN curl https://bootstrap.pypa.io/get-pip.py | python3",
    "an unknown tag": "FROM ubuntu\nRUN curl https://bootstrap.pypa.io/get-pip.py | python3",
    "a copy of one's own": "FROM ubuntu:20.04\nCOPY get-pip.py .\nRUN python3 get-pip.py",
}

FIXES = {
    "named": (
        "RUN wget https://bootstrap.pypa.io/get-pip.py && python3.8 get-pip.py",
        "RUN wget https://bootstrap.pypa.io/pip/3.8/get-pip.py && python3.8 get-pip.py",
    ),
    "in quotes": (
        'RUN wget "https://bootstrap.pypa.io/get-pip.py" && python3.8 get-pip.py',
        'RUN wget "https://bootstrap.pypa.io/pip/3.8/get-pip.py" && python3.8 get-pip.py',
    ),
}
