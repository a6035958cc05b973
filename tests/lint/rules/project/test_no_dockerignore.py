PROJECT = {"app.py": "print()\n"}

CATCHES = {
    "all": "COPY ⟦.⟧ .",
    "with a slash": "COPY ⟦./⟧ /app/",
    "by ADD": "ADD . /app",
    "by a pattern": "COPY * /app/",
    "in a builder": "FROM a:1 AS a\nCOPY . .\nFROM b:1\nCOPY --from=a /x /x",
    "among others": "COPY app.py ⟦.⟧ /app/",
    "for another user": "COPY --chown=app . /app",
}

STAYS_QUIET = {
    "one file": "COPY app.py /app/",
    "a folder": "COPY src /app/src",
    "a pattern for some": "COPY *.py /app/",
    "from another stage": "FROM a:1 AS a\nFROM b:1\nCOPY --from=a . .",
    "from another image": "COPY --from=nginx:1 / /x",
    "the place is a dot": "COPY app.py .",
    "a heredoc": "COPY <<EOF /x\na\nEOF",
    "nothing is copied": "RUN make",
    "a mount": "RUN --mount=type=bind,source=.,target=/src make",
}
