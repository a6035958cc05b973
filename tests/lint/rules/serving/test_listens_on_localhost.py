CATCHES = {
    "uvicorn's default": 'FROM python:3.12-slim\nCMD [⟦"uvicorn", "app:app"⟧]',
    "as a module": 'FROM python:3.12-slim\nCMD ["python", "-m", "uvicorn", "app:app", "--port", "80"]',
    "in the shell form": "FROM python:3.12-slim\nCMD ⟦exec uvicorn app:app⟧".replace("⟦exec ", "exec ⟦"),
    "said so": 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--host", "⟦127.0.0.1⟧"]',
    "said so in one word": 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "⟦--host=localhost⟧"]',
    "gunicorn, said so": 'FROM python:3.12-slim\nCMD ["gunicorn", "-b", "⟦127.0.0.1:8000⟧", "app:app"]',
    "gunicorn's default": 'FROM python:3.12-slim\nCMD ["gunicorn", "app:app"]',
    "Flask's default": 'FROM python:3.12-slim\nCMD ["flask", "run"]',
    "Django's default": 'FROM python:3.12-slim\nCMD ["python", "manage.py", "runserver"]',
    "Django, a port alone": 'FROM python:3.12-slim\nCMD ["python", "manage.py", "runserver", "8000"]',
    "Django, said so": 'FROM python:3.12-slim\nCMD ["python", "manage.py", "runserver", "⟦127.0.0.1:8000⟧"]',
    "mlflow": 'FROM python:3.12-slim\nCMD ["mlflow", "server", "--port", "5000"]',
    "ENTRYPOINT and CMD together": 'FROM python:3.12-slim\nENTRYPOINT ["uvicorn"]\nCMD ["app:app"]',
}

STAYS_QUIET = {
    "everywhere": 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    "everywhere, in one word": 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--host=0.0.0.0"]',
    "gunicorn": 'FROM python:3.12-slim\nCMD ["gunicorn", "--bind", ":8000", "app:app"]',
    "gunicorn in short": 'FROM python:3.12-slim\nCMD ["gunicorn", "-b0.0.0.0:8000", "app:app"]',
    "a file of settings": 'FROM python:3.12-slim\nCMD ["gunicorn", "-c", "conf.py", "app:app"]',
    "a socket": 'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--uds", "/run/app.sock"]',
    "told by a variable": 'FROM python:3.12-slim\nENV UVICORN_HOST=0.0.0.0\nCMD ["uvicorn", "app:app"]',
    "told by another variable": (
        'FROM python:3.12-slim\nENV GUNICORN_CMD_ARGS="--bind=0.0.0.0"\nCMD ["gunicorn", "app:app"]'
    ),
    "told on the line": "FROM python:3.12-slim\nCMD UVICORN_HOST=0.0.0.0 uvicorn app:app",
    "Flask told by a variable": 'FROM python:3.12-slim\nENV FLASK_RUN_HOST=0.0.0.0\nCMD ["flask", "run"]',
    "Django": 'FROM python:3.12-slim\nCMD ["python", "manage.py", "runserver", "0:8000"]',
    "a variable may say it": "FROM python:3.12-slim\nCMD uvicorn app:app $OPTIONS",
    "arguments come when it starts": 'FROM python:3.12-slim\nENTRYPOINT ["uvicorn", "app:app"]',
    "listens everywhere by itself": 'FROM python:3.12-slim\nCMD ["streamlit", "run", "app.py"]',
    "behind a proxy in the image": (
        "FROM python:3.12-slim\nRUN apt-get install -y nginx\nCMD service nginx start && gunicorn app:app"
    ),
    "an address of something else": (
        'FROM python:3.12-slim\nCMD ["uvicorn", "a:b", "--host", "0.0.0.0", "--forwarded-allow-ips", "127.0.0.1"]'
    ),
    "no server that we know": 'FROM python:3.12-slim\nCMD ["python", "app.py", "--host", "127.0.0.1"]',
    "for development": 'FROM python:3.12-slim AS dev\nCMD ["flask", "run"]',
}

FIXES = {
    "in JSON": (
        'FROM python:3.12-slim\nCMD ["uvicorn", "app:app"]',
        'FROM python:3.12-slim\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    ),
    "in a shell": (
        "FROM python:3.12-slim\nCMD exec gunicorn app:app",
        "FROM python:3.12-slim\nCMD exec gunicorn app:app --bind 0.0.0.0:8000",
    ),
    "daphne takes the port by itself": (
        'FROM python:3.12-slim\nCMD ["daphne", "a:b"]',
        'FROM python:3.12-slim\nCMD ["daphne", "a:b", "--bind", "0.0.0.0"]',
    ),
    "another address": (
        'FROM python:3.12-slim\nCMD ["gunicorn", "-b", "127.0.0.1:80", "a:b"]',
        'FROM python:3.12-slim\nCMD ["gunicorn", "-b", "0.0.0.0:80", "a:b"]',
    ),
}
