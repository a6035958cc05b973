CATCHES = {
    "gcc": 'FROM python:3.12-slim\nRUN apt-get install -y ⟦gcc⟧ && pip install x\nCMD ["python", "app.py"]',
    "build-essential": 'FROM python:3.12-slim\nRUN apt-get install -y git ⟦build-essential⟧\nCMD ["gunicorn", "a:b"]',
    "headers": 'FROM python:3.12-slim\nRUN apt-get install -y libpq-dev\nCMD ["python", "app.py"]',
    "with a version": 'FROM python:3.12-slim\nRUN apt-get install -y cmake=3.25.*\nCMD ["python", "app.py"]',
    "in the stage below": ('FROM python:3.12-slim AS a\nRUN apt-get install -y gcc\nFROM a\nCMD ["python", "app.py"]'),
}

STAYS_QUIET = {
    "a builder": (
        "FROM python:3.12-slim AS a\nRUN apt-get install -y gcc\nFROM python:3.12-slim\nCOPY --from=a /v /v\n"
        'CMD ["python", "app.py"]'
    ),
    "taken back": (
        "FROM python:3.12-slim\nRUN apt-get install -y gcc && pip install x && apt-get purge -y gcc\n"
        'CMD ["python", "app.py"]'
    ),
    "what runs": 'FROM python:3.12-slim\nRUN apt-get install -y libpq5 libgomp1\nCMD ["python", "app.py"]',
    "the full image has them": 'FROM python:3.12\nRUN apt-get install -y libpq-dev\nCMD ["python", "app.py"]',
    "an unknown base": 'FROM example.com/base:1\nRUN apt-get install -y gcc\nCMD ["python", "app.py"]',
    "no program": "FROM python:3.12-slim\nRUN apt-get install -y gcc",
    "a shell": 'FROM python:3.12-slim\nRUN apt-get install -y gcc\nCMD ["bash"]',
    "for development": 'FROM python:3.12-slim AS dev\nRUN apt-get install -y gcc\nCMD ["python", "app.py"]',
    "it compiles while it runs": (
        'FROM python:3.12-slim\nRUN apt-get install -y gcc && pip install triton\nCMD ["python", "app.py"]'
    ),
    "on one platform only": (
        'FROM python:3.12-slim\nRUN if [ "$A" = arm64 ]; then apt-get install -y gcc; fi\nCMD ["python", "app.py"]'
    ),
    "a name that only begins alike": 'FROM python:3.12-slim\nRUN apt-get install -y gcc-doc\nCMD ["python", "app.py"]',
}
