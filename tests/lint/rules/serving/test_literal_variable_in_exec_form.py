CATCHES = {
    "a port": 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--port", "⟦$PORT⟧"]',
    "in braces": 'FROM python:3.12-slim\nCMD ["gunicorn", "--bind", "0.0.0.0:${PORT}", "app:app"]',
    "with a substitute": 'FROM python:3.12-slim\nCMD ["gunicorn", "-b", ":${PORT:-8000}", "app:app"]',
    "in ENTRYPOINT": 'FROM example.com/base:1\nENTRYPOINT ["python", "app.py", "$MODEL"]',
    "ENTRYPOINT and CMD together": 'FROM python:3.12-slim\nENTRYPOINT ["python"]\nCMD ["app.py", "$MODEL"]',
    "behind an init": 'FROM python:3.12-slim\nENTRYPOINT ["tini", "--", "python", "app.py", "$MODEL"]',
}

STAYS_QUIET = {
    "a shell": 'FROM python:3.12-slim\nCMD ["sh", "-c", "uvicorn app:app --port $PORT"]',
    "the shell form": "FROM python:3.12-slim\nCMD uvicorn app:app --port $PORT",
    "bash": 'FROM python:3.12-slim\nCMD ["/bin/bash", "-lc", "exec gunicorn -b :$PORT app:app"]',
    "a script puts it in": 'FROM python:3.12-slim\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["uvicorn", "--port", "$PORT"]',
    "the base's entry script may": 'FROM pytorch/torchserve:latest\nCMD ["torchserve", "--start", "$DIR"]',
    "an unknown base may have one": 'FROM example.com/base:1\nCMD ["uvicorn", "app:app", "--port", "$PORT"]',
    "a regular expression": 'FROM python:3.12-slim\nCMD ["python", "run.py", "--match", "^a$"]',
    "a price": 'FROM python:3.12-slim\nCMD ["python", "run.py", "$5"]',
    "a program of its own": 'FROM python:3.12-slim\nCMD ["python", "-c", "print(\'$HOME\')"]',
    "a script by its name": 'FROM python:3.12-slim\nCMD ["/srv/run.sh", "$PORT"]',
    "no variable": 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app"]',
    "another instruction": 'FROM python:3.12-slim\nENV A=$PATH\nCMD ["uvicorn", "app:app"]',
    "not the last stage": 'FROM python:3.12 AS a\nCMD ["x", "$A"]\nFROM python:3.12\nCMD ["python", "x.py"]',
}

FIXES = {
    "by a shell": (
        'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--port", "$PORT"]\n',
        'FROM python:3.12-slim\nCMD ["sh", "-c", "exec uvicorn app:app --port \\"$PORT\\""]\n',
    ),
    "with a word to quote": (
        'FROM python:3.12-slim\nCMD ["gunicorn", "app:create_app()", "-b", ":${PORT}"]\n',
        'FROM python:3.12-slim\nCMD ["sh", "-c", "exec gunicorn \'app:create_app()\' -b \\":${PORT}\\""]\n',
    ),
}
