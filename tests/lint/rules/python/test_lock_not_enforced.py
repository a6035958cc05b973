CATCHES = {
    "uv": "COPY pyproject.toml uv.lock ./\nRUN ⟦uv sync --no-dev⟧",
    "uv, all copied": "COPY . .\nRUN uv sync",
    "uv, mounted": "RUN --mount=type=bind,source=uv.lock,target=uv.lock uv sync",
    "uv, by a pattern": "COPY uv.lock* ./\nRUN uv sync",
    "Pipenv": "COPY Pipfile Pipfile.lock ./\nRUN ⟦pipenv install --system⟧",
    "Poetry": "COPY pyproject.toml poetry.lock ./\nRUN ⟦poetry lock⟧ && poetry install",
    "Poetry's update": "COPY . .\nRUN poetry update",
    "copied below": "FROM a:1 AS x\nCOPY uv.lock .\nFROM x\nRUN uv sync",
}

STAYS_QUIET = {
    "locked": "COPY uv.lock .\nRUN uv sync --locked",
    "frozen": "COPY uv.lock .\nRUN uv sync --no-dev --frozen",
    "by a variable": "ENV UV_FROZEN=1\nCOPY uv.lock .\nRUN uv sync",
    "by a variable of the line": "COPY uv.lock .\nRUN UV_LOCKED=1 uv sync",
    "upgraded on purpose": "COPY uv.lock .\nRUN uv sync --upgrade",
    "no lock is copied": "COPY pyproject.toml .\nRUN uv sync",
    "the lock comes later": "COPY pyproject.toml .\nRUN uv sync\nCOPY uv.lock .",
    "another verb of uv": "COPY uv.lock .\nRUN uv pip install --system flask",
    "Pipenv, enforced": "COPY Pipfile.lock .\nRUN pipenv install --system --deploy",
    "Pipenv, only the lock": "COPY Pipfile.lock .\nRUN pipenv install --ignore-pipfile",
    "Pipenv's sync": "COPY Pipfile.lock .\nRUN pipenv sync",
    "Pipenv, a package": "COPY Pipfile.lock .\nRUN pipenv install flask",
    "Poetry installs what is locked": "COPY poetry.lock .\nRUN poetry install --no-root",
    "Poetry checks": "COPY . .\nRUN poetry lock --check",
    "another stage's files": "FROM a:1 AS x\nFROM b:1\nCOPY --from=x /app/uv.lock .\nRUN uv sync",
}

FIXES = {
    "uv": ("COPY . .\nRUN uv sync --no-dev", "COPY . .\nRUN uv sync --locked --no-dev"),
    "in JSON": ('COPY . .\nRUN ["uv", "sync"]', 'COPY . .\nRUN ["uv", "sync", "--locked"]'),
    "Pipenv": ("COPY . .\nRUN pipenv install --system", "COPY . .\nRUN pipenv install --deploy --system"),
}
