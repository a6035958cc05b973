"""Whatever the text: lint answers, in time, with places that lie in the file; fix ends, and mends nothing twice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockerize_ml.dockerfile import parse, read_bytes
from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.fixing import fix
from dockerize_ml.lint.settings import PresetName

if TYPE_CHECKING:
    from collections.abc import Callable

    from dockerize_ml.dockerfile import Dockerfile

ALL = Settings(preset="all", shellcheck=False, cache=False)
PIECES = st.sampled_from([
    "FROM debian\n", "FROM a:latest AS b\n", "FROM b\n", "FROM --platform=linux/amd64 x\n", "FROM $A\n", "FROM ",
    "RUN ", "RUN --mount=type=cache,target=/root/.cache ", "RUN <<EOF\n", "RUN <<-'E F' cat\n", "EOF\n", "\tE F\n",
    "COPY ", "COPY --from=b ", "ADD http://x/a.tar.gz /b\n", "ENV ", "ENV A=$A$A B='x\n", "ARG A=b\n", "LABEL a=b ",
    'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\n', 'SHELL ["powershell"]\n', "ONBUILD ", "HEALTHCHECK CMD a\n",
    "USER root\n", "USER ", "WORKDIR a/b\n", "EXPOSE 80/x 99999 $P\n", "VOLUME /a\n", "MAINTAINER me\n", "CMD a\n",
    'ENTRYPOINT ["a"]\n', "STOPSIGNAL ", 'CMD ["', "COPPY a b\n", "# escape=`\n", "# check=skip=all;error=true\n",
    "# hadolint ignore=DL3006,SC2086\n", "# hadolint global ignore=DL3008\n", "# hadolint shell=bash\n", "# c\n",
    "# dockerize-ml: ignore=DL9999\n", "apt-get update && apt-get install -y curl=1 git", "apt install x",
    "pip install flask -r r.txt", "/opt/venv/bin/pip install 'a>=1'", "python3 -m pip install .", "uv pip install x",
    "apk add --no-cache a", "yum install -y a", "dnf install a", "zypper in a", "gem install a:1", "npm i -g a",
    "yarn global add b", "go install a@latest", "wget x", "curl y", "sudo ", 'sh -c "', "env A=1 ", "xargs ", "cd /x",
    "useradd -u 123456 a", "ln -sf /bin/bash /bin/sh", "rm -rf /var/lib/apt/lists/*", "chmod 777 /", "exec ",
    " && ", " || ", " | ", "; ", "$(", ")", "`", "if a; then ", "fi", "for i in a; do ", "done", "case a in ", "<<E",
    " \\\n", "\\", "\n", "\r\n", "\r", "\n\n", '"', "'", "$", "${A:-", "${A#", "}", "[", "]", "{", "*", "=", "--",
    " -x ", " ", "\t", "\ufeff", "\0", "\x85", "\xa0", "\u2028", "\udcff", "é", "\U0001d54f", "@sha256:", ":", "/",
])  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200), st.binary(max_size=200).map(read_bytes), st.lists(PIECES, max_size=30).map("".join)
)

# What a file of n pieces looks like that a careless reader takes n² for, or a stack of n frames, or 2ⁿ bytes.
FROM = "FROM debian:12\n"
HUGE: dict[str, Callable[[int], str]] = {
    "commands": lambda n: FROM + "RUN " + " && ".join(["apt-get install -y x"] * n),
    "instructions": lambda n: FROM + "RUN pip install flask\n" * n,
    "stages on stages": lambda n: "".join(f"FROM a{i} AS a{i + 1}\n" for i in range(n)),
    "continuations": lambda n: FROM + "RUN a" + " \\\n" * n,
    "comments": lambda n: FROM + "# hadolint ignore=DL3006\n" * n + "RUN a\n",
    "heredocs": lambda n: FROM + "RUN <<E\npip install x\nE\n" * n,
    "open heredocs": lambda n: FROM + "RUN " + "<<E " * n,
    "open brackets": lambda n: FROM + "RUN " + "(" * n,
    "open substitutions": lambda n: FROM + "RUN " + "$(" * n,
    "open expansions": lambda n: FROM + "ENV a=" + "${a:-" * n,
    "open quotes": lambda n: FROM + "RUN " + "\"'`" * n,
    "open ifs": lambda n: FROM + "RUN " + "if a; then " * n,
    "shells in shells": lambda n: FROM + "RUN " + "sh -c " * n + "a",
    "sudo of sudo": lambda n: FROM + "RUN " + "sudo " * n + "a",
    "ONBUILD of ONBUILD": lambda n: FROM + "ONBUILD " * n + "RUN a",
    "a value that doubles": lambda n: FROM + "ENV a=b\n" + "ENV a=$a$a\n" * n,
    "a long word": lambda n: FROM + "RUN " + "a" * n * 10,
    "a long image": lambda n: "FROM " + "a-" * n + "!\n",
    "blanks": lambda n: FROM + "RUN a" + " " * n + "b",
    "stars": lambda n: FROM + "RUN rm -rf " + "/*" * n,
}
PIECES_OF_HUGE = 300
SECONDS = 20
"""Far more than any of them needs on a busy machine, far less than what a square or a power would."""


@pytest.mark.parametrize("preset", get_args(PresetName))
@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
def test_every_text_gets_an_answer(preset: PresetName, text: str) -> None:
    end = parse(text).position(len(text))
    for found in lint([Source("a", text)], Settings(preset=preset, shellcheck=False, cache=False)):
        assert (1, 1) <= (found.line, found.column) <= (found.end_line, found.end_column) <= (end.line, end.column)
        assert found.message


@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
def test_fix_ends_and_mends_nothing_twice(text: str) -> None:
    once = fix(text, ALL, unsafe=True)
    assert fix(once.text, ALL, unsafe=True).text == once.text


@given(text=TEXTS)
@settings(max_examples=40, deadline=None)
def test_fix_keeps_heredocs_and_stages(text: str) -> None:
    before, after = parse(text), parse(fix(text, ALL, unsafe=True).text)
    assert bodies(before) == bodies(after)
    assert [stage.name for stage in before.stages] == [stage.name for stage in after.stages]
    assert len(after.problems) <= len(before.problems)


@pytest.mark.parametrize("write", HUGE.values(), ids=HUGE)
def test_a_huge_file_takes_no_longer_than_its_size_allows(write: Callable[[int], str]) -> None:
    begin = time.process_time()
    lint([Source("a", write(PIECES_OF_HUGE))], ALL)
    assert time.process_time() - begin < SECONDS


def bodies(dockerfile: Dockerfile) -> list[str]:
    return [heredoc.body for instruction in dockerfile.instructions for heredoc in instruction.heredocs]
