CATCHES = {
    "the folder": "COPY . /app\nRUN ⟦chown -R app:app /app⟧",
    "mode": "COPY . /app\nRUN chmod -R a+rX /app",
    "group": "ADD src /app/src\nRUN ⟦chgrp -R 0 /app⟧ && chmod -R g=u /app",
    "a folder above": "COPY a b /srv/app/\nRUN chown --recursive app /srv",
    "relative": "WORKDIR /app\nCOPY . .\nRUN chown -R app .",
    "by a variable": "ENV HOME=/srv\nCOPY . ${HOME}/app\nRUN chown -R app ${HOME}",
    "behind others": "COPY . /app\nRUN useradd app && ⟦chown -R app /app⟧",
    "from another stage": "FROM a:1 AS a\nFROM b:1\nCOPY --from=a /opt/venv /opt/venv\nRUN chown -R 1000 /opt/venv",
}

STAYS_QUIET = {
    "at once": "COPY --chown=app:app . /app\nRUN make",
    "made in the same RUN": "RUN mkdir /data && chown -R app /data",
    "another folder": "COPY . /app\nRUN chown -R app /data",
    "a name that only begins alike": "COPY . /app2\nRUN chown -R app /app",
    "not all of it": "COPY . /app\nRUN chown -R app /app/data",
    "not its files": "COPY . /app\nRUN chown app /app",
    "one file": "COPY entry.sh /entry.sh\nRUN chmod +x /entry.sh",
    "copied afterwards": "RUN chown -R app /app\nCOPY . /app",
    "a builder": "FROM a:1 AS a\nCOPY . /app\nRUN chown -R app /app\nFROM b:1\nCOPY --from=a /app /app",
    "another stage's copy": "FROM a:1 AS a\nCOPY . /app\nFROM b:1\nRUN chown -R app /app",
    "unknown place": "COPY . $PLACE\nRUN chown -R app /app",
    "unknown folder": "COPY . /app\nRUN chown -R app $FOLDER",
}

FIXES = {
    "by number": (
        "COPY . /app\nRUN chown -R 10001:10001 /app\nCMD x\n",
        "COPY --chown=10001:10001 . /app\nCMD x\n",
    ),
    "a name may not be there yet": ("COPY . /app\nRUN chown -R app /app\n", "COPY . /app\nRUN chown -R app /app\n"),
    "not what else lies there": ("COPY a /app/a\nRUN chown -R 1:1 /app\n", "COPY a /app/a\nRUN chown -R 1:1 /app\n"),
}
