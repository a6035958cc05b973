CATCHES = {
    "copied": "FROM python:3.12 AS a\nFROM python:3.12-slim\nCOPY --from=a /root/.local ⟦/root/.local⟧\nUSER 10001",
    "copied in part": "FROM a:1 AS a\nFROM b:1\nCOPY --from=a /root/.local/bin /root/.local/bin\nUSER app",
    "installed": "RUN ⟦pip install --user flask⟧\nUSER app",
    "installed as a module": "RUN python -m pip install --user -r requirements.txt\nUSER app",
    "in the stage below": "FROM a:1 AS a\nRUN pip install --user flask\nFROM a\nUSER app",
}

STAYS_QUIET = {
    "root runs it": "RUN pip install --user flask",
    "root again": "USER app\nRUN x\nUSER root\nRUN pip install --user flask",
    "the user installs": "USER app\nRUN pip install --user flask",
    "a builder": (
        "FROM a:1 AS a\nRUN pip install --user flask\nFROM b:1\nCOPY --from=a /root/.local /home/app/.local\nUSER app"
    ),
    "opened": "RUN pip install --user flask && chmod 755 /root\nUSER app",
    "moved": "RUN pip install --user flask && mv /root/.local /home/app/\nUSER app",
    "another place": "ENV PYTHONUSERBASE=/opt/py\nRUN pip install --user flask\nUSER app",
    "another home": "ENV HOME=/srv\nRUN pip install --user flask\nUSER app",
    "not for the user": "RUN pip install flask\nUSER app",
    "copied elsewhere": "FROM a:1 AS a\nFROM b:1\nCOPY --from=a /root/.local /opt/py\nUSER app",
    "what only installs": "RUN pip install --user pipenv && pipenv install --system\nUSER app",
    "another flag": "RUN gunicorn --user app\nUSER app",
    "a user that the build names": "ARG NAME\nRUN pip install --user flask\nUSER $NAME",
}
