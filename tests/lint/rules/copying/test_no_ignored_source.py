DOCKERIGNORE = "*.txt\n**/.git\ndata\nmodels\n!models/small.bin\n"

CATCHES = {
    "by a pattern": "COPY ⟦notes.txt⟧ /srv/",
    "by its folder": "COPY data/train.csv /srv/",
    "the folder": "COPY ⟦data/⟧ /srv/",
    "one of several": "COPY a.py ⟦data⟧ b.py /srv/",
    "the long way round": "COPY ./src/../data /srv/",
    "from the context's root": "COPY /data /srv/",
    "by the same pattern": "COPY *.txt /srv/",
    "ADD": "ADD notes.txt /srv/",
    "JSON": 'COPY [⟦"data"⟧, "/srv/"]',
    "by a variable": "ENV D=data\nCOPY $D /srv/",
    "what is not the exception": "COPY models/large.bin /srv/",
    "the line of the keyword is reported": "⟦COPY⟧ a.py \\\n  data /srv/",
}

STAYS_QUIET = {
    "another file": "COPY app.py /srv/",
    "everything": "COPY . /srv/",
    "a folder with an exception in it": "COPY models /srv/",
    "the exception": "COPY models/small.bin /srv/",
    "a pattern that the exception may fit": "COPY models/*.bin /srv/",
    "of another stage": "FROM a:1 AS x\nFROM b:1\nCOPY --from=x data /srv/",
    "of the net": "ADD https://example.org/notes.txt /srv/",
    "a repository": "ADD git@example.org:notes.txt /srv/",
    "a heredoc": "COPY <<data /srv/x\ntext\ndata",
    "the target": "COPY app.py data",
    "a variable that nobody knows": "COPY $D/notes.txt /srv/",
    "a mount": "RUN --mount=type=bind,source=data,target=/x true",
    "for images built on this one": "ONBUILD COPY data /srv/",
}
