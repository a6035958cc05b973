"""What a script starts in the background is started beside the program."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
API = "from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get('/predict')\ndef predict():\n    return {}\n"
PAGE = "import requests\nimport streamlit as st\n\nst.write(requests.get('http://localhost:8000/predict').json())\n"
FILES = {"backend/main.py": API, "ui.py": PAGE, "requirements.txt": "fastapi\nuvicorn\nstreamlit\nrequests\n"}
SHOWN = "exec streamlit run ui.py --server.address=0.0.0.0"
# A script → the line that the image starts with, or None where it starts the API alone.
SCRIPTS = {
    "one after the other": (
        "#!/bin/bash\nuvicorn backend.main:app --port 8000 &\nsleep 2\nstreamlit run ui.py\n",
        f"uvicorn backend.main:app --port 8000 & {SHOWN}",
    ),
    "in one line": (
        "python3 -m uvicorn backend.main:app & streamlit run ui.py\n",
        f"python -m uvicorn backend.main:app & {SHOWN}",
    ),
    "in another folder": (
        "cd backend && uvicorn main:app &\nstreamlit run ui.py\n",
        f"(cd /app/backend && exec uvicorn main:app) & {SHOWN}",
    ),
    "what only a shell can fill in": ("uvicorn backend.main:app --port $PORT &\nstreamlit run ui.py\n", None),
    "all in the background": ("uvicorn backend.main:app &\nstreamlit run ui.py &\nwait\n", None),
}


@pytest.mark.parametrize("case", SCRIPTS)
def test_the_image_starts_both(case: str, folder: Make) -> None:
    script, line = SCRIPTS[case]
    text = pipeline.generate(folder({**FILES, "run.sh": script})).files.dockerfile
    assert (line in text) if line else ("streamlit run" not in text)
    assert ("EXPOSE 8501" in text) is bool(line)
    assert ("starts backend/main.py in the background, for what it asks there; so does the image." in text) is bool(
        line
    )
    assert [finding.code for finding in pipeline.lint(text)] == []


def test_who_names_a_program_gets_that_alone(folder: Make) -> None:
    root = folder({**FILES, "run.sh": SCRIPTS["one after the other"][0]})
    text = pipeline.generate(root, {"service": "backend.main:app"}).files.dockerfile
    assert "streamlit" not in text.rpartition("CMD")[2]
