"""What the engine (28.5, BuildKit 0.25) refuses and what it lets pass; each row was asked of it."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import parse

DIGEST = "sha256:" + "0123456789abcdef" * 4

REFUSED_FILES = {
    "an empty file": "",
    "comments only": "# c\n",
    "no stage": "ARG a\n",
    "an instruction before the first stage": "USER a\nFROM scratch\n",
    "no image": "FROM\n",
    "two words": "FROM a b\n",
    "a comment behind the image": "FROM a # b\n",
    "three words and no AS": "FROM a b c\n",
    "a stage's name that begins with a digit": "FROM scratch AS 1x\n",
    "a stage's name with a variable": "FROM scratch AS $x\n",
    "a quoted stage's name": 'FROM scratch AS "a"\n',
    "an upper-case image": "FROM Scratch\n",
    "an image that nothing names": "FROM $x\n",
    "a stage in upper case, though it is named so": "FROM scratch AS A\nFROM A\n",
    "a stage in another case by argument": "FROM scratch AS a\nFROM A:b:c\n",
    "an image with an open quote": 'FROM "scratch\n',
    "a platform of one unknown word": "FROM --platform=local scratch\n",
    "a platform of four": "FROM --platform=linux/amd64/v3/x scratch\n",
    "a platform that nothing names": "FROM --platform=$foo scratch\n",
    "an escape character of another kind": "# escape=x\nFROM scratch\n",
    "a blank between check options": "# check=skip=A; error=true\nFROM scratch\n",
    "the same directive twice": "# escape=`\n# escape=`\nFROM scratch\n",
    "a check directive without an option": "# check=foo\nFROM scratch\n",
    "a check directive with an unknown option": "# check=skip=A;foo=b\nFROM scratch\n",
    "a check directive that is neither true nor false": "# check=error=maybe\nFROM scratch\n",
    "a copy from a later stage": "FROM scratch AS x\nCOPY --from=Y a b\nFROM scratch AS y\n",
    "a copy from a later stage of that name": "FROM a AS a\nFROM b\nCOPY --from=a x y\nFROM c AS a\n",
    "a copy from the next stage by number": "FROM scratch\nCOPY --from=1 a b\nFROM scratch\n",
    "a mount from a later stage": "FROM scratch\nRUN --mount=from=r,target=/x a\nFROM scratch AS r\n",
}


@pytest.mark.parametrize("text", REFUSED_FILES.values(), ids=REFUSED_FILES)
def test_refused_files(text: str) -> None:
    assert parse(text).problems


ACCEPTED_FILES = {
    "an argument before the first stage": "ARG x=scratch\nFROM $x\n",
    "an image that the build has to name": "ARG x\nFROM $x\n",
    "an image with a part that the build has to name": "ARG v\nFROM python:$v\n",
    "a default in place": "FROM ${x:-scratch}\n",
    "a stage in upper case": "FROM scratch AS X\nFROM x\n",
    "a quoted image": 'FROM "scratch"\n',
    "no platform": "FROM --platform= scratch\n",
    "a platform of one word": "FROM --platform=arm64 scratch\n",
    "a platform of any two": "FROM --platform=linux/foo scratch\n",
    "the engine's platform": "FROM --platform=$BUILDPLATFORM scratch\n",
    "a stage's own name for its image": "FROM a AS a\n",
    "the same stage's name twice": "FROM scratch AS b\nFROM b AS b\n",
    "a copy from an earlier stage by number": "FROM scratch\nFROM scratch\nCOPY --from=0 a b\n",
    "a copy from an image": "FROM scratch\nCOPY --from=python:3 a b\n",
    "check options": "# check=skip=A;error=true;experimental=all\nFROM scratch\n",
    "a check directive that goes on behind a blank": "# check=skip=A ;what\nFROM scratch\n",
    "a mount over the working directory": "FROM a AS b\nWORKDIR /x\nFROM b\nRUN --mount=type=cache c\n",
    "a variable from the base image": "FROM python\nWORKDIR ${HOME:?unset}\nSTOPSIGNAL $s\nVOLUME $v\n",
    "flags of a newer frontend": "# syntax=docker/dockerfile:1-labs\nFROM a\nCOPY --parents a b\nRUN --device=c d\n",
}


@pytest.mark.parametrize("text", ACCEPTED_FILES.values(), ids=ACCEPTED_FILES)
def test_accepted_files(text: str) -> None:
    assert parse(text).problems == ()


REFUSED = [
    # arguments
    "COPY a", "COPY", "ADD a", 'COPY ["a"]', "COPY []", "COPY a <<EOF\nEOF", 'COPY ["a","<<EOF"]', "ENV", "ENV a",
    "ENV a=b c", "ENV =b", "ENV a=1 # c", "LABEL", "LABEL a", "LABEL =b", "ARG", "ARG =a", "EXPOSE", "USER", "WORKDIR",
    "VOLUME", "VOLUME []", 'VOLUME [""]', 'VOLUME ""', "STOPSIGNAL", "MAINTAINER", "SHELL", "SHELL []",
    "SHELL /bin/sh", 'SHELL ["a"', "ONBUILD", "ONBUILD ONBUILD RUN a", "ONBUILD FROM a", "ONBUILD MAINTAINER a",
    "WORKDIR --",
    # what the parser stumbles over
    "FOO", "COPPY a b", '"RUN" a', "\\", "\\\n\n", "ENV\u00a0a=1", "RUN [1]", 'CMD ["a", 1]', "CMD [null]", "CMD [[]]",
    'CMD [{"a": "b"}]', "CMD [-0]", "HEALTHCHECK CMD [1]", "ONBUILD RUN [1]", "ONBUILD ENV a", "ONBUILD LABEL a",
    "RUN <<EOF", "ONBUILD RUN <<EOF", "RUN echo $((1 << 3))",
    # flags
    "COPY --form=x a b", "COPY --chown a b", "COPY --chown=a --chown=b a b", "COPY --link=foo a b",
    "COPY --link= a b",     "COPY --CHOWN=a a b",
    "COPY --=x a b", "COPY --parents a b", "ADD --from=x a b", "RUN --foo a", "RUN --network=foo a",
    "RUN --network=$x a", "RUN --security=insecure a", "CMD --x a", "ENTRYPOINT --x", "ENV --x a=b", "USER --x a",
    "ONBUILD --x RUN a", 'SHELL --x ["a"]', "EXPOSE --x 80", "MAINTAINER --x a",
    # copies
    "COPY --from=$x a b", "COPY --from=5 a b", "COPY --from=-1 a b", "COPY --from=0 a b", "COPY --from=A:B:C a b",
    "COPY --chmod=abc a b", "COPY --chmod=99999 a b", "COPY --chmod=0o755 a b", "COPY --chmod=888 a b",
    "COPY --chmod=u a b", "COPY --chmod=u+x, a b", "ADD --checksum=x http://a/b b",
    "ADD --checksum=sha256:abc http://a/b b", f"ADD --checksum={DIGEST} a b", f"ADD --checksum={DIGEST} http://a/b c d",
    # words
    'ENV a="b', "ENV a it's", "ENV a=${b", "ENV a=${}", "ENV a=${b^^}", "ENV a=${b:=c}", "LABEL a=${x/y}",
    r"LABEL a=${x/\./y}", "LABEL a=${x:?no}", 'ADD "a b" /c', "COPY it's /c", "WORKDIR it's", 'USER "a',
    'VOLUME "a b"', 'EXPOSE "80 90"', "COPY <<EOF /a\n${x^^}\nEOF", "RUN --mount=type=cache,target=${x a",
    # checks of health
    "HEALTHCHECK", "HEALTHCHECK NONE x", "HEALTHCHECK CMD", "HEALTHCHECK CMD []", "HEALTHCHECK FOO x",
    "HEALTHCHECK --interval=5 CMD x", "HEALTHCHECK --interval=1us CMD x", "HEALTHCHECK --interval=-1s CMD x",
    "HEALTHCHECK --interval=1d CMD x", "HEALTHCHECK --interval=.s CMD x", "HEALTHCHECK --interval=3000000h CMD x",
    "HEALTHCHECK --interval=$x CMD x", "HEALTHCHECK --retries=x CMD x", "HEALTHCHECK --retries=-1 CMD x",
    "HEALTHCHECK --retries=99999999999 CMD x", "HEALTHCHECK --foo=x CMD x",
    # ports
    "EXPOSE abc", "EXPOSE 80/foo", "EXPOSE 90-80", "EXPOSE 65536", "EXPOSE /tcp", "EXPOSE 80,90", "EXPOSE 80 # web",
    "EXPOSE -1", "EXPOSE 80:", "EXPOSE a:80:80", "EXPOSE 80-81:80-90", "EXPOSE 80-:90", "EXPOSE :::80",
    # signals
    "STOPSIGNAL FOO", "STOPSIGNAL 0", "STOPSIGNAL a b", "STOPSIGNAL $x", "STOPSIGNAL SIGRTMIN+16", "STOPSIGNAL 1.5",
    # mounts
    "RUN --mount= a", "RUN --mount a", "RUN --mount=foo a", "RUN --mount=type=foo,target=/x a",
    "RUN --mount=type=cache a",
    "RUN --mount=type=bind,target=/ a", "RUN --mount=type=cache,target=. a",
    "RUN --mount=type=secret a", "RUN --mount=type=secret,id=a,source=b a",
    "RUN --mount=type=secret,id=a,from=x a", "RUN --mount=type=secret,id=a,sharing=locked a",
    "RUN --mount=type=ssh,required=maybe a", "RUN --mount=type=cache,target=/x,sharing=foo a",
    "RUN --mount=type=bind,sharing=locked,target=/x a", "RUN --mount=type=cache,target=/x,mode=9 a",
    "RUN --mount=type=cache,target=/x,uid=a a", "RUN --mount=type=bind,target=/x,mode=0755 a",
    "RUN --mount=type=tmpfs,target=/x,size=abc a", "RUN --mount=type=cache,target=/x,size=1g a",
    "RUN --mount=type=cache,target=/x,from=$x a", "RUN --mount=type=cache,tagret=/x a", "RUN --mount=,target=/x a",
    "RUN --mount=type=cache,target=/x,required a", "RUN --mount=type=cache,target=/x,uid=$u a",
    "RUN --mount=required,type=secret,id=x a", """RUN --mount='type=cache,target="/x"' a""",
    "RUN --mount=from=A:B,target=/x a",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    dockerfile = parse(f"FROM scratch\n{text}\n")

    assert dockerfile.problems
    assert all(problem.span.start >= len("FROM scratch\n") for problem in dockerfile.problems)


ACCEPTED = [
    # arguments
    "COPY a b c", 'COPY ["a b", "c"]', "COPY [a, b]", "COPY <<EOF <<B /x\nEOF\nB", "ENV a b", "ENV a= b=", 'ENV ""=b',
    'ENV "a b"=c', "ARG a b=c", 'ARG ""', "RUN", "RUN []", "CMD", "CMD []", "ENTRYPOINT []", "USER a b", 'USER ""',
    "WORKDIR a b", 'VOLUME ["a"', "MAINTAINER it's ${x", 'ONBUILD ["a"]', "ONBUILD FOO a", "ONBUILD COPY a",
    "ONBUILD COPY --foo a b", "ONBUILD RUN", "ONBUILD SHELL x", "ONBUILD ENV a=${x", "COPY a << EOF\nEOF",
    # what looks like JSON
    'CMD ["a",]', "CMD ['a']", "CMD [NaN]", "CMD [1e999]", r'CMD ["\x"]', "CMD [01]", 'RUN ["a"] b',
    # flags
    "COPY --link a b", "COPY --link=TRUE a b", "COPY --exclude=x --exclude=y a b", "COPY -- a b", "COPY a --chown=b c",
    "COPY --chown= a b", 'COPY --c"hown"=a a b', "COPY --from= a b", "ADD --unpack a b", "ADD --keep-git-dir a b",
    "RUN --network=host a", "RUN -- --x", "HEALTHCHECK --foo=x NONE", "HEALTHCHECK --interval=5s NONE",
    # copies
    "COPY --chmod=0755 a b", "COPY --chmod=u+x,g-w a b", "COPY --chmod== a b", "COPY --chmod=u=rg a b",
    "COPY --chmod=$x a b", f"ADD --checksum={DIGEST} http://a/b b", "ADD --checksum=abc https://github.com/a/b.git b",
    "ADD --checksum= http://a/b b", "ADD http://[ c", "COPY --from=scratch a b",
    # words
    "ENV a='${x'", "RUN ${x^^} it's", "CMD it's", "HEALTHCHECK CMD it's ${x", "LABEL a=$", "LABEL a=$(x)",
    'COPY <<EOF /a\nit\'s "\nEOF', "RUN <<EOF\n${x^^}\nEOF", "ARG x\nLABEL a=${x:?no}", "ARG $x=1",
    # checks of health
    "HEALTHCHECK none", "HEALTHCHECK cmd x", "HEALTHCHECK --interval=0 CMD x", "HEALTHCHECK --interval= CMD x",
    "HEALTHCHECK --start-interval=5s --start-period=1m30s --timeout=1.5h CMD x", "HEALTHCHECK --retries=+3 CMD x",
    "HEALTHCHECK --interval=.5s CMD x", 'HEALTHCHECK CMD ["a"]',
    # ports
    "EXPOSE 80-90", "EXPOSE 0", "EXPOSE 80/TCP 80/sctp", "EXPOSE $x", "EXPOSE 1.2.3.4:80:80", "EXPOSE 80/",
    'EXPOSE "80"',
    "EXPOSE :80", "EXPOSE ::1:80:80", "EXPOSE [::1]:80:80", "EXPOSE ''", "EXPOSE 80-90:80", "EXPOSE +80",
    # signals
    "STOPSIGNAL term", "STOPSIGNAL 99", "STOPSIGNAL -1", 'STOPSIGNAL "SIGTERM"', "STOPSIGNAL SIGRTMIN+3",
    # mounts
    "RUN --mount=type=cache,target=/x,ro a", "RUN --mount=target=/x,TYPE=CACHE a", "RUN --mount=type=secret,id=a a",
    "RUN --mount=type=secret,src=a,env=X a", "RUN --mount=type=ssh a", "RUN --mount=type=cache,target=/x,id=$y a",
    "RUN --mount=type=tmpfs,target=/x,size=1.5GiB a", "RUN --mount=type=cache,type=bind,target=/x a",
    """RUN --mount='type=cache,"target=/x,y"' a""", "RUN --mount=type=bind,from=,target=/x a",
    "RUN --mount=type=cache,target=/. a", "RUN --mount=type=secret,id=a,required a",
    "ARG t\nRUN --mount=type=cache,target=$t a",
]  # fmt: skip


@pytest.mark.parametrize("text", ACCEPTED)
def test_accepted(text: str) -> None:
    assert parse(f"FROM scratch\n{text}\n").problems == ()


def test_one_bad_line_does_not_hide_the_rest() -> None:
    dockerfile = parse("FROM scratch\nCOPPY a b\nENV a\nCMD [1]\nUSER x\n")

    assert [dockerfile.position(problem.span.start).line for problem in dockerfile.problems] == [2, 3, 4]
    assert dockerfile.instructions[-1].keyword == "USER"


HINTS = {
    "COPPY a b": ("unknown instruction `COPPY`", "Did you mean `COPY`?", "COPPY"),
    "COPY --form=x a b": ("`COPY` has no flag `--form`", "Did you mean `--from`?", "--form=x"),
    "STOPSIGNAL SIGTREM": ("`SIGTREM` is no signal", "Did you mean `SIGTERM`?", "SIGTREM"),
    "RUN --mount=type=cache,tagret=/x a": (
        "a mount has no option `tagret`",
        "Did you mean `target`?",
        "--mount=type=cache,tagret=/x",
    ),
}


@pytest.mark.parametrize(("text", "expected"), HINTS.items())
def test_hints(text: str, expected: tuple[str, str, str]) -> None:
    source = f"FROM scratch\n{text}\n"
    (problem,) = parse(source).problems

    assert (problem.message, problem.hint, source[problem.span.start : problem.span.end]) == expected
