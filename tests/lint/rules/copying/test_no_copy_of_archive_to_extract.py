CATCHES = {
    "into a folder": "⟦COPY packaged-app.tar /usr/src/app⟧\nRUN tar -xf /usr/src/app/packaged-app.tar",
    "from a folder": "COPY foo/bar/packaged-app.tar /foo.tar\nRUN tar -xf /foo.tar",
    "long flags": "COPY a.tar.gz /x/\nRUN tar --extract --file=/x/a.tar.gz",
    "flags without a hyphen": "COPY a.tar /x/\nRUN tar xf /x/a.tar",
    "another folder first": "COPY a.tar /x/\nRUN tar -C / -xzvf /x/a.tar",
    "gunzip": "COPY a.gz /x/\nRUN gunzip /x/a.gz",
    "unxz": "COPY a.xz /x/\nRUN unxz a.xz",
    "an archive by its new name": "COPY $BUILD /x/app.tar.gz\nRUN tar xzf /x/app.tar.gz",
    "second of two": "COPY a.tar b.tar /x/\nRUN tar xf /x/b.tar",
    "in a list": "COPY a.tar /x/\nRUN cd /x && tar xf a.tar",
}

STAYS_QUIET = {
    "not unpacked": "COPY packaged-app.tar /usr/src/app/",
    "no archive": "COPY package.json /x/\nRUN tar xf /x/package.json",
    "another archive": "COPY a.tar /x/\nRUN tar xf /x/b.tar",
    "ADD": "ADD a.tar /x/\nRUN tar xf /x/a.tar",
    "packed, not unpacked": "COPY a.tar /x/\nRUN tar -cf /x/a.tar /y",
    "from another stage": "FROM debian:12-slim AS x\nFROM debian:12-slim\nCOPY --from=x a.tar /x/\nRUN tar xf /x/a.tar",
    "unpacked in another stage": "COPY a.tar /x/\nFROM debian:12-slim\nRUN tar xf /x/a.tar",
    "unpacked before": "RUN tar xf /x/a.tar\nCOPY a.tar /x/",
    "zip, which ADD does not unpack": "COPY a.zip /x/\nRUN unzip /x/a.zip",
}
