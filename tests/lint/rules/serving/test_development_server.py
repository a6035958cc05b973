CATCHES = {
    "Flask": 'CMD [⟦"flask", "run", "--host", "0.0.0.0"⟧]',
    "Flask with its app first": 'CMD ["flask", "--app", "shop", "run"]',
    "Flask as a module": 'CMD ["python", "-m", "flask", "run"]',
    "Django": "CMD ⟦python manage.py runserver 0.0.0.0:8000⟧",
    "Django in a folder": 'CMD ["python", "/app/site/manage.py", "runserver"]',
    "Django, started directly": 'ENTRYPOINT ["./manage.py", "runserver"]',
    "FastAPI": 'CMD ["fastapi", "dev", "main.py"]',
    "it reloads": 'CMD ["uvicorn", "app:app", "⟦--reload⟧"]',
    "behind a migration": "CMD python manage.py migrate && python manage.py runserver",
}

STAYS_QUIET = {
    "gunicorn": 'CMD ["gunicorn", "app:app"]',
    "FastAPI in production": 'CMD ["fastapi", "run", "main.py"]',
    "another verb of Flask": 'CMD ["flask", "db", "upgrade"]',
    "another verb of Django": 'CMD ["python", "manage.py", "migrate"]',
    "a stage for development": 'FROM python:3.12-slim AS dev\nCMD ["flask", "run"]',
    "a stage for development, longer": 'FROM python:3.12-slim AS app-development\nCMD ["flask", "run"]',
    "not the last stage": 'FROM a:1 AS x\nCMD ["flask", "run"]\nFROM b:1\nCMD ["gunicorn", "app:app"]',
    "a later CMD": 'CMD ["flask", "run"]\nCMD ["gunicorn", "app:app"]',
    "a flag of another program": 'CMD ["python", "train.py", "--reload"]',
    "while it is built": 'RUN flask run & sleep 1\nCMD ["gunicorn", "a:b"]',
    "reload of a value": 'CMD ["uvicorn", "app:app", "--reload-dir", "x"]',
}

FIXES = {
    "in JSON": ('CMD ["uvicorn", "app:app", "--reload", "--port", "80"]', 'CMD ["uvicorn", "app:app", "--port", "80"]'),
    "at the end": ('CMD ["uvicorn", "app:app", "--reload"]', 'CMD ["uvicorn", "app:app"]'),
    "in a shell": ("CMD exec uvicorn app:app --reload --port 80", "CMD exec uvicorn app:app --port 80"),
}
