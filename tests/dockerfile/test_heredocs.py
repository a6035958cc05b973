"""Heredocs in all their forms."""

from __future__ import annotations

import pytest

from dockerize_ml.dockerfile import Heredoc, parse


def heredocs(text: str) -> tuple[Heredoc, ...]:
    return parse("FROM scratch\n" + text).instructions[1].heredocs


FOUND: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "plain": ("RUN <<EOF\na\nb\nEOF\n", [("EOF", "a\nb\n")]),
    "empty": ("RUN <<EOF\nEOF", [("EOF", "")]),
    "tabs": ("RUN <<-EOF\n\ta\n\tEOF\n", [("EOF", "\ta\n")]),
    "quoted": ("RUN <<'E F'\na\nE F\n", [("E F", "a\n")]),
    "partly quoted": ('RUN <<E"O"F\na\nEOF\n', [("EOF", "a\n")]),
    "several": ("COPY <<A <<B /x/\na\nA\nb\nB\n", [("A", "a\n"), ("B", "b\n")]),
    "text behind the marker": ("RUN cat <<EOF > /x && b\na\nEOF\n", [("EOF", "a\n")]),
    "a blank behind the marker's sign": ("RUN cat << EOF\na\nEOF\n", [("EOF", "a\n")]),
    "a blank before a quoted name": ("RUN cat << 'E F'\na\nE F\n", [("E F", "a\n")]),
    "a blank takes a dash as part of the name": ("RUN cat << -E\na\n-E\n", [("-E", "a\n")]),
    "a redirection that sticks to it": ("RUN cat <<EOF>x\na\nEOF>x\n", [("EOF>x", "a\n")]),
    "over lines": ("RUN cat <<EOF \\\n && b\na\nEOF\n", [("EOF", "a\n")]),
    "comments and continuations in it are text": ("RUN <<EOF\n# a\nb \\\n\nEOF\n", [("EOF", "# a\nb \\\n\n")]),
    "Windows line endings": ("RUN <<EOF\r\na\r\nEOF\r\n", [("EOF", "a\r\n")]),
    "in a trigger": ("ONBUILD RUN <<EOF\na\nEOF\n", [("EOF", "a\n")]),
    "a variable's name": ("RUN <<$X\na\n$X\n", [("$X", "a\n")]),
    "not closed": ("RUN <<EOF\na\nUSER b\n", [("EOF", "a\nUSER b\n")]),
    "added": ("ADD <<EOF /x\na\nEOF\n", [("EOF", "a\n")]),
    "after an escaped quote": ("RUN a it\\'s <<EOF\na\nEOF\n", [("EOF", "a\n")]),
    "a shift counts as one": ("RUN echo $((1 << 3))\n", [("3))", "")]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(each.name, each.body) for each in heredocs(text)] == expected


NOT_FOUND = {
    "a here-string": "RUN cat <<<EOF\nUSER a",
    "a blank behind the dash": "RUN cat <<- EOF\nUSER a",
    "a command": "CMD cat <<EOF\nUSER a",
    "an array": 'RUN ["a", "<<EOF"]\nUSER a',
    "in quotes": 'RUN echo "<<EOF"\nUSER a',
    "in the middle of a word": "RUN a<<EOF\nUSER a",
    "escaped": "RUN a \\<<EOF\nUSER a",
    "a default in the name": "RUN cat <<E${x:-a}\nUSER a",
    "no name": 'RUN cat <<""\nUSER a',
    "a quote open before it": "RUN echo it's <<EOF\nUSER a",
    "a variable that BuildKit cannot read before it": "RUN echo ${x^^} <<EOF\nUSER a",
    "a name with a blank of another kind before it": "RUN cat <<\u00a0EOF\nUSER a",
}


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_not_found(text: str) -> None:
    dockerfile = parse("FROM scratch\n" + text)

    assert dockerfile.instructions[1].heredocs == ()
    assert dockerfile.instructions[2].keyword == "USER"


def test_what_is_known_of_one() -> None:
    text = "FROM scratch\nRUN cat 3<<-'E' \\\n x\n\ta\n\tE\nUSER b\n"
    dockerfile = parse(text)
    run = dockerfile.instructions[1]
    (heredoc,) = run.heredocs

    assert (heredoc.fd, heredoc.chomp, heredoc.expand) == (3, True, False)
    assert text[heredoc.span.start : heredoc.span.end] == "3<<-'E'"
    assert text[heredoc.body_span.start : heredoc.body_span.end] == heredoc.body == "\ta\n"
    assert text[run.extent.start : run.extent.end] == "RUN cat 3<<-'E' \\\n x\n\ta\n\tE"
    assert text[run.span.start : run.span.end].endswith("\tE\n")


def test_bodies_are_expanded_unless_the_name_is_quoted() -> None:
    assert heredocs("COPY <<EOF /x\nEOF")[0].expand
    assert not heredocs('COPY <<"EOF" /x\nEOF')[0].expand
    assert not heredocs("COPY <<\\EOF /x\nEOF")[0].expand
