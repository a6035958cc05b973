"""What --fix may do to a file, and what it must not."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import parse
from dockerize_ml.lint import Settings
from dockerize_ml.lint.fixing import FixResult, fix

SETTINGS = Settings(preset="all", shellcheck=False, cache=False)

MENDED = {
    "several at once": (
        "FROM a:1\nMAINTAINER me\nADD a /b\nRUN pip install flask\n",
        'FROM a:1\nLABEL org.opencontainers.image.authors="me"\nCOPY a /b\nRUN pip install --no-cache-dir flask\n',
    ),
    "two in one instruction": (
        "FROM debian:12-slim\nRUN pip install a && pip install b\n",
        "FROM debian:12-slim\nRUN pip install --no-cache-dir a && pip install --no-cache-dir b\n",
    ),
    "line endings of Windows": (
        "FROM debian:12-slim\r\nRUN pip install \\\r\n  flask\r\n",
        "FROM debian:12-slim\r\nRUN pip install --no-cache-dir \\\r\n  flask\r\n",
    ),
    "no newline at the end": ("FROM debian:12-slim\nADD a /b", "FROM debian:12-slim\nCOPY a /b"),
    "a byte order mark": ("\ufeffFROM debian:12-slim\nADD a /b\n", "\ufeffFROM debian:12-slim\nCOPY a /b\n"),
    "inside a heredoc": (
        "FROM debian:12-slim\nADD a /b\nRUN <<EOF\necho pip\nEOF\n",
        "FROM debian:12-slim\nCOPY a /b\nRUN <<EOF\necho pip\nEOF\n",
    ),
    "beside an error": ("FROM debian:12-slim\nCOPPY x y\nADD a /b\n", "FROM debian:12-slim\nCOPPY x y\nCOPY a /b\n"),
    "a comment that does nothing": (
        "FROM debian:12-slim\n# hadolint ignore=DL3020\nCOPY a /b\n",
        "FROM debian:12-slim\nCOPY a /b\n",
    ),
}

UNTOUCHED = {
    "nothing to mend": "FROM debian:12-slim\nCOPY a /b\n",
    "silenced by a comment": "FROM debian:12-slim\n# hadolint ignore=DL3020\nADD a /b\n",
    "empty": "",
    "no Dockerfile at all": "\x00\x01 hello",
}


def mended(text: str, *, unsafe: bool = False) -> FixResult:
    return fix(text, SETTINGS, unsafe=unsafe)


@pytest.mark.parametrize(("before", "after"), MENDED.values(), ids=MENDED)
def test_it_mends(before: str, after: str) -> None:
    result = mended(before)
    assert result.text == after
    assert result.applied
    assert mended(after).text == after


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED)
def test_it_leaves_alone(text: str) -> None:
    result = mended(text)
    assert result.text == text
    assert not result.applied


def test_what_changes_the_image_waits_to_be_asked() -> None:
    text = "FROM debian:12-slim\nRUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\n"
    assert "--no-install-recommends" not in mended(text).text
    assert "--no-install-recommends" in mended(text, unsafe=True).text


def test_a_fix_that_would_change_a_heredoc_is_taken_back() -> None:
    text = "FROM debian:12-slim\nRUN <<EOF\npip install flask\nEOF\n"
    result = mended(text)
    assert result.text == text
    assert [finding.code for finding in result.discarded] == ["DL3042"]


def test_one_that_does_harm_holds_nobody_up() -> None:
    text = "FROM a:1\n" + "RUN apt install b\nRUN pip install c==1\n" * 30
    result = fix(text, Settings(select=("DL3014", "DL3027", "DL3042"), shellcheck=False, cache=False))
    assert result.text == text.replace("pip install", "pip install --no-cache-dir")
    assert {finding.code for finding in result.discarded} == {"DL3027"}


def test_broken_shell_text_is_left_alone() -> None:
    text = "FROM a:1\nRUN pip install b='\n"
    assert fix(text, SETTINGS, unsafe=True).text == text


def test_what_remains_is_what_lint_still_says() -> None:
    result = mended("FROM debian\nADD a /b\n")
    assert "DL3006" in {finding.code for finding in result.remaining}
    assert "DL3020" not in {finding.code for finding in result.remaining}


def test_stages_stay_what_they_are() -> None:
    text = "FROM a:1 AS x\nMAINTAINER me\nFROM x AS y\nADD a /b\nFROM y\nCOPY --from=x /a /b\n"
    before, after = parse(text), parse(mended(text, unsafe=True).text)
    assert [(stage.name, stage.parent) for stage in before.stages] == [
        (stage.name, stage.parent) for stage in after.stages
    ]
