CATCHES = {
    "LightGBM": "FROM python:3.12-slim\nRUN pip install ⟦lightgbm⟧",
    "OpenCV": "FROM python:3.12-slim\nRUN pip install numpy ⟦opencv-python==4.10.0.84⟧",
    "with an extra": 'FROM python:3.12-slim\nRUN pip install ⟦"lightgbm[dask]"⟧',
    "by uv": "FROM python:3.12-slim\nRUN uv pip install --system pyodbc",
    "other packages are there": "FROM python:3.12-slim\nRUN apt-get install -y curl\nRUN pip install lightgbm",
    "missing in the final stage": (
        "FROM python:3.12 AS x\nRUN pip install lightgbm\nFROM python:3.12-slim\nCOPY --from=x /opt/venv /opt/venv"
    ),
}

STAYS_QUIET = {
    "installed": "FROM python:3.12-slim\nRUN apt-get install -y libgomp1 && pip install lightgbm",
    "installed in the final stage": (
        "FROM python:3.12-slim AS x\nRUN pip install lightgbm\nFROM python:3.12-slim\nRUN apt-get install -y libgomp1\n"
        "COPY --from=x /opt/venv /opt/venv"
    ),
    "a compiler brings it": "FROM python:3.12-slim\nRUN apt-get install -y gcc && pip install lightgbm",
    "ffmpeg brings it": "FROM python:3.12-slim\nRUN apt-get install -y ffmpeg\nRUN pip install opencv-python",
    "another library may bring it": "FROM python:3.12-slim\nRUN apt-get install -y libsm6 && pip install opencv-python",
    "a list of packages": "FROM python:3.12-slim\nRUN xargs apt-get install -y < a.txt\nRUN pip install lightgbm",
    "libraries are copied": (
        "FROM python:3.12-slim\nCOPY --from=x/y:1 /usr/lib/x86_64-linux-gnu/libgomp.so.1 /usr/lib/\n"
        "RUN pip install lightgbm"
    ),
    "without windows": "FROM python:3.12-slim\nRUN pip install opencv-python-headless",
    "the full image": "FROM python:3.12\nRUN pip install lightgbm",
    "an unknown base": "FROM example.com/slim:1\nRUN pip install lightgbm",
    "brings all it needs": "FROM python:3.12-slim\nRUN pip install xgboost scikit-learn pandas",
    "a longer name": "FROM python:3.12-slim\nRUN pip install lightgbm-tools",
    "a folder": "FROM python:3.12-slim\nRUN pip install ./lightgbm",
    "only its program is missing": "FROM python:3.12-slim\nRUN pip install graphviz",
}

FIXES = {
    "OpenCV": (
        "FROM python:3.12-slim\nRUN pip install opencv-python==4.10.0.84",
        "FROM python:3.12-slim\nRUN pip install opencv-python-headless==4.10.0.84",
    ),
    "nothing stands in for it": (
        "FROM python:3.12-slim\nRUN pip install lightgbm",
        "FROM python:3.12-slim\nRUN pip install lightgbm",
    ),
}
