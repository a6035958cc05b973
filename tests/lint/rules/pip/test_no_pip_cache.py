CATCHES = {
    "plain": "RUN ⟦pip install flask==3.0.3⟧",
    "numbered pip": "RUN ⟦pip3.12 install flask⟧",
    "in a virtual environment": "RUN ⟦/opt/venv/bin/pip install flask⟧",
    "as a module": "RUN ⟦python3 -m pip install flask⟧",
    "options before install": "RUN pip --quiet install flask",
    "second command": "RUN apt-get update && ⟦pip install flask⟧",
    "inside sh -c": 'RUN sh -c "pip install flask"',
    "in a heredoc": "RUN <<EOF\npip install flask\nEOF",
    "over several lines": "RUN ⟦pip install \\\n    flask \\\n    numpy⟧",
    "exec form": 'RUN ["pip", "install", "flask"]',
    "variable says no": "ENV PIP_NO_CACHE_DIR=0\nRUN pip install flask",
    "variable set in another stage": "FROM a:1 AS x\nENV PIP_NO_CACHE_DIR=1\nFROM b:1\nRUN pip install flask",
    "variable set too late": "RUN pip install flask\nENV PIP_NO_CACHE_DIR=1",
    "mount elsewhere": "RUN --mount=type=cache,target=/var/cache/apt pip install flask",
    "bind mount keeps nothing": "RUN --mount=type=bind,target=/root/.cache/pip pip install flask",
    "onbuild": "ONBUILD RUN pip install flask",
}

STAYS_QUIET = {
    "flag given": "RUN pip install --no-cache-dir flask",
    "flag before install": "RUN pip --no-cache-dir install flask",
    "variable": "ENV PIP_NO_CACHE_DIR=1\nRUN pip install flask",
    "variable in words": "ENV PIP_NO_CACHE_DIR=yes\nRUN pip install flask",
    "variable of the parent stage": "FROM a:1 AS x\nENV PIP_NO_CACHE_DIR=1\nFROM x\nRUN pip install flask",
    "variable in the command": "RUN PIP_NO_CACHE_DIR=1 pip install flask",
    "variable exported": "RUN export PIP_NO_CACHE_DIR=1 && pip install flask",
    "cache mount": "RUN --mount=type=cache,target=/root/.cache/pip pip install flask",
    "cache mount above": "RUN --mount=type=cache,target=/root/.cache pip install flask",
    "tmpfs mount": "RUN --mount=type=tmpfs,target=/root/.cache/pip pip install flask",
    "cache purged in the same RUN": "RUN pip install flask && pip cache purge",
    "pipenv has its own cache": "RUN pipenv install flask",
    "pipx has its own cache": "RUN pipx install ruff",
    "no installation": "RUN pip freeze",
    "another installer": "RUN apt-get install pip",
    "text only": 'RUN echo "pip install flask"',
    "a comment": "RUN true \\\n  # pip install flask\n  && true",
}

FIXES = {
    "flag behind install": ("RUN pip install -q flask", "RUN pip install --no-cache-dir -q flask"),
    "exec form": ('RUN ["pip", "install", "flask"]', 'RUN ["pip", "install", "--no-cache-dir", "flask"]'),
    "as a module": ("RUN python3 -m pip install flask", "RUN python3 -m pip install --no-cache-dir flask"),
}
