CATCHES = {
    "pip from a repository": "FROM python:3.12-slim\nRUN pip install ⟦git+https://a.example/t@v1⟧",
    "a clone": "FROM debian:12\nRUN ⟦git⟧ clone -b v1 https://a.example/t",
    "Alpine": "FROM alpine:3.20\nRUN git clone -b v1 https://a.example/t",
    "Python on Alpine": "FROM python:3.12-alpine\nRUN pip install git+https://a.example/t@v1",
    "uv": "FROM python:3.12-slim\nRUN uv pip install --system git+https://a.example/t@v1",
    "with a name": 'FROM python:3.12-slim\nRUN pip install "t @ git+https://a.example/t@v1"',
    "installed in another stage": (
        "FROM debian:12 AS a\nRUN apt-get install -y git\nFROM python:3.12-slim\n"
        "RUN git clone -b v1 https://a.example/t"
    ),
}

STAYS_QUIET = {
    "the full image has it": "FROM python:3.12\nRUN pip install git+https://a.example/t@v1",
    "installed": "FROM debian:12\nRUN apt-get install -y git\nRUN git clone -b v1 https://a.example/t",
    "installed in the same RUN": "FROM debian:12\nRUN apt-get install -y git && git clone -b v1 https://a.example/t",
    "installed by apk": "FROM alpine:3.20\nRUN apk add --no-cache git && git clone -b v1 https://a.example/t",
    "installed below": (
        "FROM debian:12 AS a\nRUN apt-get install -y git\nFROM a\nRUN git clone -b v1 https://a.example/t"
    ),
    "installed by conda": "FROM debian:12\nRUN conda install -y git && git clone -b v1 https://a.example/t",
    "installed with a version": (
        "FROM debian:12\nRUN apt-get install -y git=1:2.39.* && git clone -b a https://a.example/t"
    ),
    "installed by a list": (
        "FROM debian:12\nRUN xargs apt-get install -y < a.txt && git clone -b v1 https://a.example/t"
    ),
    "installed by a variable": (
        "FROM debian:12\nRUN apt-get install -y $PACKAGES && git clone -b v1 https://a.example/t"
    ),
    "installed with others by that name": (
        "FROM alpine:3.20\nRUN apk add build-base git-lfs && git clone https://a.example/t"
    ),
    "a script may install it": "FROM debian:12\nRUN ./setup.sh\nRUN git clone -b v1 https://a.example/t",
    "a script read by a shell may": "FROM debian:12\nRUN bash /tmp/setup\nRUN git clone -b v1 https://a.example/t",
    "a wrapper installs it": "FROM debian:12\nRUN apt-install git && git clone -b v1 https://a.example/t",
    "an unknown base": "FROM example.com/base:1\nRUN git clone -b v1 https://a.example/t",
    "one of its own": "FROM debian:12\nRUN /opt/bin/git clone -b v1 https://a.example/t",
    "copied": "FROM debian:12\nCOPY --from=x/git:1 /usr/bin/git /usr/bin/git\nRUN git clone -b v1 https://a.example/t",
    "fetched by the engine": "FROM debian:12\nADD https://a.example/t.git#v1 /t",
    "an archive": "FROM python:3.12-slim\nRUN pip install https://github.com/a/b/archive/v1.zip",
}
