CATCHES = {
    "everything": "COPY . .\nRUN ⟦pip install -r requirements.txt⟧",
    "with a slash": "COPY ./ /app/\nRUN pip install -r requirements.txt",
    "the source folder": "COPY src /app/src\nRUN pip install -r /app/requirements.txt",
    "by ADD": "ADD . /app\nRUN pip3 install --no-cache-dir -r requirements.txt",
    "with uv": "COPY . .\nRUN uv pip install --system -r requirements.txt",
    "as a module": "COPY . .\nRUN python -m pip install -r requirements.txt",
    "long flag": "COPY . .\nRUN pip install --requirement=requirements.txt",
    "in the parent stage": "FROM a:1 AS x\nCOPY . .\nFROM x\nRUN pip install -r requirements.txt",
    "another manifest was copied": "COPY package.json .\nCOPY . .\nRUN pip install -r requirements.txt",
}

FIXES = {
    "above the source": (
        "WORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nCMD x\n",
        "WORKDIR /app\nCOPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY . .\nCMD x\n",
    ),
    "from its folder": (
        "COPY . ./\nRUN pip install \\\n    -r requirements/web.txt\n",
        "COPY requirements/web.txt requirements/\nRUN pip install \\\n    -r requirements/web.txt\nCOPY . ./\n",
    ),
    "not with what else is done": (
        "COPY . .\nRUN make && pip install -r requirements.txt\n",
        "COPY . .\nRUN make && pip install -r requirements.txt\n",
    ),
    "not to another place": (
        "COPY . /app\nRUN pip install -r requirements.txt\n",
        "COPY . /app\nRUN pip install -r requirements.txt\n",
    ),
}

STAYS_QUIET = {
    "manifest first": "COPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .",
    "manifest before the source": "COPY requirements.txt .\nCOPY . .\nRUN pip install -r requirements.txt",
    "by a pattern": "COPY requirements*.txt ./\nCOPY . .\nRUN pip install -r requirements.txt",
    "its folder first": "COPY requirements/ requirements/\nCOPY . .\nRUN pip install -r requirements/prod.txt",
    "mounted": (
        "COPY . .\n"
        "RUN --mount=type=bind,source=requirements.txt,target=requirements.txt pip install -r requirements.txt"
    ),
    "the project itself": "COPY . .\nRUN pip install .",
    "the project and its requirements": "COPY . .\nRUN pip install -r requirements.txt -e .",
    "named packages": "COPY . .\nRUN pip install flask",
    "no source yet": "COPY config.yaml .\nRUN pip install -r requirements.txt",
    "from another stage": "FROM a:1 AS x\nFROM b:1\nCOPY --from=x . .\nRUN pip install -r requirements.txt",
    "source of another stage": "FROM a:1 AS x\nCOPY . .\nFROM b:1\nRUN pip install -r requirements.txt",
}
