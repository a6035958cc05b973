CATCHES = {
    "above FROM": "ARG V=1\nFROM debian:12\nRUN echo ⟦$V⟧",
    "in braces": "ARG V=1\nFROM python:3.12\nRUN pip install ⟦flask==${V}⟧",
    "in quotes": 'ARG V=1\nFROM debian:12\nRUN echo ⟦"v$V"⟧',
    "of another stage": "FROM debian:12 AS a\nARG V=1\nFROM debian:12\nRUN echo $V",
    "declared too late": "ARG V=1\nFROM debian:12\nRUN echo ⟦$V⟧\nARG V",
    "in an assignment": "ARG V=1\nFROM debian:12\nRUN A=$V make",
    "in a redirection": "ARG V=1\nFROM debian:12\nRUN echo a > /$V",
}

STAYS_QUIET = {
    "declared again": "ARG V=1\nFROM debian:12\nARG V\nRUN echo $V",
    "in the stage below": "FROM debian:12 AS a\nARG V=1\nFROM a\nRUN echo $V",
    "set by ENV": "ARG V=1\nFROM debian:12\nENV V=2\nRUN echo $V",
    "assigned": "ARG V=1\nFROM debian:12\nRUN V=2; echo $V",
    "exported": "ARG V=1\nFROM debian:12\nRUN export V=2 && echo $V",
    "read": "ARG V=1\nFROM debian:12\nRUN read V < x && echo $V",
    "from a file": "ARG V=1\nFROM debian:12\nRUN . /etc/os-release && echo $V",
    "a substitute": "ARG V=1\nFROM debian:12\nRUN echo ${V:-2}",
    "between single quotes": "ARG V=1\nFROM debian:12\nRUN echo '$V'",
    "the base image sets it": "ARG PYTHON_VERSION=3.12\nFROM python:3.12\nRUN echo $PYTHON_VERSION",
    "an unknown base may set it": "ARG V=1\nFROM example.com/base:1\nRUN echo $V",
    "a base that is not known yet": "ARG BASE\nARG V=1\nFROM $BASE\nRUN echo $V",
    "another name": "ARG V=1\nFROM debian:12\nRUN echo $VERSION $W",
    "the engine's": "FROM debian:12\nRUN echo $HTTP_PROXY",
    "FROM sees it": "ARG V=12\nFROM debian:$V",
    "outside RUN, which BuildKit's check sees": "ARG V=1\nFROM debian:12\nENV A=$V",
}

FIXES = {
    "let the stage see it": (
        "ARG V=1\nFROM debian:12\nRUN echo $V\n",
        "ARG V=1\nFROM debian:12\nARG V\nRUN echo $V\n",
    ),
    "not another stage's, which has no value here": (
        "FROM debian:12 AS a\nARG V=1\nFROM debian:12\nRUN echo $V\n",
        "FROM debian:12 AS a\nARG V=1\nFROM debian:12\nRUN echo $V\n",
    ),
}
