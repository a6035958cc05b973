CATCHES = {
    "the stage says so": "FROM python:3.12-slim AS cpu\nRUN pip install ⟦torch⟧",
    "among other words": "FROM python:3.12-slim AS inference-cpu\nRUN pip install numpy torch==2.5.1",
    "the stage below says so": "FROM python:3.12-slim AS cpu\nFROM cpu\nRUN pip install torch",
    "by uv": "FROM python:3.12-slim AS cpu\nRUN uv pip install --system torch",
}

STAYS_QUIET = {
    "nobody says so": "FROM python:3.12-slim\nRUN pip install torch",
    "the builds for CPU": (
        "FROM python:3.12-slim AS cpu\nRUN pip install torch --index-url https://download.pytorch.org/whl/cpu"
    ),
    "another index too": "FROM python:3.12-slim AS cpu\nRUN pip install torch --extra-index-url https://x.example",
    "an index by a variable": (
        "FROM python:3.12-slim AS cpu\nENV PIP_INDEX_URL=https://x.example\nRUN pip install torch"
    ),
    "the version says so": 'FROM python:3.12-slim AS cpu\nRUN pip install "torch==2.5.1+cpu" -f https://x.example',
    "for Arm": "FROM --platform=linux/arm64 python:3.12-slim AS cpu\nRUN pip install torch",
    "for a GPU": "FROM python:3.12-slim AS gpu\nRUN pip install torch",
    "another stage": "FROM python:3.12-slim AS cpu\nFROM python:3.12-slim AS gpu\nRUN pip install torch",
    "a word that holds it": "FROM python:3.12-slim AS cpuset\nRUN pip install torch",
    "no torch": "FROM python:3.12-slim AS cpu\nRUN pip install tensorflow",
    "a CUDA image": "FROM nvidia/cuda:12.4.1-base-ubuntu22.04 AS cpu\nRUN pip install torch",
}

FIXES = {
    "torch and its kin": (
        "FROM python:3.12-slim AS cpu\nRUN pip install torch torchvision\n",
        (
            "FROM python:3.12-slim AS cpu\n"
            "RUN pip install --index-url=https://download.pytorch.org/whl/cpu torch torchvision\n"
        ),
    ),
    "not with others, which that index lacks": (
        "FROM python:3.12-slim AS cpu\nRUN pip install torch flask\n",
        "FROM python:3.12-slim AS cpu\nRUN pip install torch flask\n",
    ),
}
