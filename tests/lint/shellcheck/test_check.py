"""ShellCheck's remarks on the RUNs of a Dockerfile: which there are, and where they stand."""

from pathlib import Path

import pytest

from dockerize_ml.dockerfile import parse
from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.shellcheck import ShellScript, check, check_files, find_shellcheck, hit, shell_script
from dockerize_ml.lint.shellcheck.run import run


def found(text: str) -> list[tuple[str, int, int, str]]:
    """Code, line, column and the very words, for each remark on the file."""
    file = parse(text)
    context = Context(file, Settings())
    rows = []
    for instruction in file.instructions:
        made = shell_script(instruction.trigger or instruction, context)
        if made is None:
            continue
        script, source = made
        for remark in check([script])[script]:
            span = hit(remark, source).span
            place = file.position(span.start)
            rows.append((remark.code, place.line, place.column, text[span.start : span.end]))
    return rows


CATCHES = {
    "on one line": ("FROM a\nRUN echo $(x)\n", [("SC2046", 2, 10, "$(x)"), ("SC2005", 2, 10, "$(x)")]),
    "behind continuations and comments": (
        "FROM a\nRUN true && \\\n  # why\n  false && \\\n\n    rm $1\n",
        [("SC2086", 6, 8, "$1")],
    ),
    "behind what is not ASCII": ("FROM a\nRUN rm 'é🎉'\t $1\n", [("SC2086", 2, 14, "$1")]),
    "behind a flag": ("FROM a\nRUN --mount=type=cache,target=/x rm $1\n", [("SC2086", 2, 37, "$1")]),
    "in a heredoc": ("FROM a\nRUN <<EOF\ntrue\n  rm $1\nEOF\n", [("SC2086", 4, 6, "$1")]),
    "in a heredoc for bash": (
        "FROM a\nRUN <<EOF\n#!/usr/bin/env bash\n[[ -f /a ]]\nrm $1\nEOF\n",
        [("SC2086", 5, 4, "$1")],
    ),
    "bash's words under sh": ("FROM a\nRUN [[ -f $1 ]]\n", [("SC3010", 2, 5, "[[ -f $1 ]]")]),
    "in ONBUILD": ("FROM a\nONBUILD RUN rm $1\n", [("SC2086", 2, 16, "$1")]),
    "a value with a blank falls apart": ('FROM a\nENV OPTS="-a -b"\nRUN rm $OPTS\n', [("SC2086", 3, 8, "$OPTS")]),
    "a variable nobody set": ("FROM a\nRUN rm $folder\n", [("SC2154", 2, 8, "$folder"), ("SC2086", 2, 8, "$folder")]),
    "a script that does not parse": ("FROM a\nRUN if true\n", [("SC1073", 2, 5, "if")]),
    "set for those who start from this image": (
        "FROM a\nONBUILD ENV folder=/x\nRUN rm $folder\n",
        [("SC2154", 3, 8, "$folder"), ("SC2086", 3, 8, "$folder")],
    ),
    "set too late": (
        "FROM a\nRUN rm $folder\nARG folder=x\n",
        [("SC2154", 2, 8, "$folder"), ("SC2086", 2, 8, "$folder")],
    ),
}


@pytest.mark.parametrize(("text", "rows"), CATCHES.values(), ids=CATCHES)
def test_catches(text: str, rows: list[tuple[str, int, int, str]]) -> None:
    assert [row for row in found(text) if row[0] not in ("SC1072", "SC1050")] == rows


STAYS_QUIET = {
    "a plain command": "FROM a\nRUN pip install -r requirements.txt\n",
    "what ENV sets is known": "FROM a\nENV folder=/x\nRUN rm $folder\n",
    "what ARG declares is known": "FROM a\nARG folder\nRUN rm $folder\n",
    "a stage knows what its parent sets": "FROM a AS b\nENV folder=/x\nFROM b\nRUN rm $folder\n",
    "a trigger knows what triggers before it set": "FROM a\nONBUILD ARG folder\nONBUILD RUN rm $folder\n",
    "the proxies are always known": "FROM a\nRUN curl -x $http_proxy x\n",
    "SHELL decides the dialect": 'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN [[ -f /x ]]\n',
    "ENV after SHELL changes nothing": 'FROM a\nSHELL ["/bin/bash", "-c"]\nENV A=1\nRUN [[ -f /x ]]\n',
    "a stage inherits SHELL": 'FROM a AS b\nSHELL ["/bin/bash", "-c"]\nFROM b\nRUN [[ -f /x ]]\n',
    "bash through conda": 'FROM a\nSHELL ["conda", "run", "-n", "x", "/bin/bash", "-c"]\nRUN [[ -f /x ]]\n',
    "powershell": 'FROM a\nSHELL ["powershell", "-Command"]\nRUN rm $env:x\n',
    "the exec form has no shell": 'FROM a\nRUN ["rm", "$1"]\n',
    "another interpreter": "FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nprint(1 if True else 2)\nEOF\n",
    "text for another program": "FROM a\nRUN python3 - <<EOF\nprint('x' if 1 else [])\nEOF\n",
    "scripts in the image": 'FROM a\nRUN . /x/env.sh && . "$1"\n',
    "ash": 'FROM a\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN a | b\n',
    "an empty RUN": "FROM a\nRUN\n",
}


@pytest.mark.parametrize("text", STAYS_QUIET.values(), ids=STAYS_QUIET)
def test_stays_quiet(text: str) -> None:
    assert found(text) == []


def test_a_place_behind_the_end_of_the_file_is_the_end() -> None:
    text = "FROM a\nRUN <<EOF bash\necho \\"
    places = {
        (finding.end_line, finding.end_column) for finding in lint([Source("Dockerfile", text)], Settings(cache=False))
    }
    assert max(places) == (3, 7)


def test_edits_mend_the_script() -> None:
    script = ShellScript("rm $1 $2", "sh")
    (first, second) = check([script])[script]
    edits = sorted((*first.edits, *second.edits), reverse=True)
    text = script.text
    for start, end, instead in edits:
        text = text[:start] + instead + text[end:]
    assert text == 'rm "$1" "$2"'


def test_equal_scripts_are_judged_together_and_all_are_answered() -> None:
    scripts = [ShellScript(f"rm {number} ${number}", "sh") for number in range(1, 9)] * 30
    answers = check(scripts, jobs=2)
    assert len(answers) == 8
    assert all([remark.code for remark in remarks] == ["SC2086"] for remarks in answers.values())


def test_no_file_of_the_user_changes_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".shellcheckrc").write_text("disable=all\n")
    (tmp_path / "shellcheck").write_text("#!/bin/sh\necho '{\"comments\": []}'\n")
    (tmp_path / "shellcheck").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("SHELLCHECK_OPTS", "--exclude=SC2086")
    script = ShellScript("rm $1", "sh")
    assert [remark.code for remark in check([script])[script]] == ["SC2086"]


def test_bytes_that_are_no_text_do_no_harm() -> None:
    script = ShellScript("rm \udcff\x00 $1", "sh")
    assert "SC2086" in [remark.code for remark in check([script])[script]]


def test_a_program_that_cannot_be_started_leaves_scripts_unanswered(tmp_path: Path) -> None:
    assert run(tmp_path / "shellcheck", [ShellScript("rm $1", "sh"), ShellScript("rm", "sh")], 1) == {}


def test_the_program_is_an_absolute_path() -> None:
    path = find_shellcheck()
    assert path is not None
    assert path.is_absolute()


def test_files_are_judged_together() -> None:
    texts = ["FROM a\nRUN rm $1\n", "FROM a\nRUN true\n", "FROM a\n# b\nRUN rm $1\nRUN rm $2\n"]
    files = [parse(text) for text in texts]
    found = check_files([Context(file, Settings()) for file in files])
    places = [[file.position(hit.span.start).line for _, hit in rows] for file, rows in zip(files, found, strict=True)]
    assert places == [[2], [], [3, 4]]
