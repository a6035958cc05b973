"""What is read out of a RUN: the commands, what joins them, what runs them, and where they stand."""

import pytest

from dockerize_ml.dockerfile.nodes import Heredoc, Instruction, Joined, Span, Word
from dockerize_ml.dockerfile.shell.nodes import Command, Script
from dockerize_ml.dockerfile.shell.script import read_script


def run_instruction(
    text: str, *, heredocs: tuple[Heredoc, ...] = (), words: tuple[Word, ...] | None = None
) -> Instruction:
    whole = Span(0, len(text))
    return Instruction(whole, whole, "RUN", "RUN", whole, (), Joined(text, (0,), (0,)), heredocs=heredocs, exec=words)


def script(text: str, *shell: str) -> Script:
    return read_script(run_instruction(text), shell or ("/bin/sh", "-c"))


def plainly(command: Command) -> str:
    return " ".join([*(word.value for word in command.words)])


COMMANDS = {
    "one command": ("pip install flask", ["pip install flask"]),
    "and, or, semicolon, pipe, background": ("a && b || c; d | e & f", ["a", "b", "c", "d", "e", "f"]),
    "lines": ("a\nb # a comment\n\nc", ["a", "b", "c"]),
    "if": ("if a; then b; elif c; then d; else e; fi", ["a", "b", "c", "d", "e"]),
    "loops": ("for i in 1 2; do a $i; done; while b; do c; done; until d; do e; done", ["a $i", "b", "c", "d", "e"]),
    "a counted loop": ("for ((i=0;i<3;i++)); do a; done", ["a"]),
    "case": ("case $x in a) b;; *) c;; esac", ["b", "c"]),
    "subshell and group": ("(a; b) && { c; d; }", ["a", "b", "c", "d"]),
    "functions": ("f() { a; }; function g { b; }; f", ["a", "b", "f"]),
    "substitutions": ('a "$(b | c)" `d` <(e)', ["a $(b | c) `d` <(e)", "b", "c", "d", "e"]),
    "in an assignment": ("x=$(a)", ["", "a"]),
    "in place of a command": ("$(a b)", ["$(a b)", "a b"]),
    "in place of a command, with an argument": ("`a` b", ["`a` b", "a"]),
    "negated": ("! a && b", ["a", "b"]),
    "quotes and escapes": ("a 'b c' d\"e\"'f' g\\ h $'i\\tj'", ["a b c def g h i\tj"]),
    "escapes in double quotes": (r'a "b\"\$\x"', [r'a b"$\x']),
    "words behind a redirect": ("echo > /x a b", ["echo a b"]),
    "version specifiers": ("pip install a==1.0 b~=1 c[d]==2 'e>=3'", ["pip install a==1.0 b~=1 c[d]==2 e>=3"]),
    "export is a command": ("export A=1 B && c", ["export A=1 B", "c"]),
    "sudo and what it runs": ("sudo -u x -E apt-get update", ["sudo -u x -E apt-get update", "apt-get update"]),
    "env": ("env -u X A=1 b c", ["env -u X A=1 b c", "b c"]),
    "exec": ("exec a", ["exec a", "a"]),
    "command": ("command -p a && command -v b", ["command -p a", "a", "command -v b"]),
    "time and nice": ("time nice -n 5 a", ["time nice -n 5 a", "nice -n 5 a", "a"]),
    "timeout": ("timeout -k 1 5 a b", ["timeout -k 1 5 a b", "a b"]),
    "xargs": ("a | xargs -n 1 -I{} b {}", ["a", "xargs -n 1 -I{} b {}", "b {}"]),
    "gosu": ("gosu app a b", ["gosu app a b", "a b"]),
    "find": ("find . -exec a {} + -o -exec b {} \\;", ["find . -exec a {} + -o -exec b {} ;", "a {}", "b {}"]),
    "conda run": ("conda run -n x pip install y", ["conda run -n x pip install y", "pip install y"]),
    "conda without run": ("conda install x", ["conda install x"]),
    "sh -c": ('sh -c "a && b \\"c d\\""', ['sh -c a && b "c d"', "a", "b c d"]),
    "bash with flags": ("/bin/bash -o pipefail -lc 'a | b'", ["/bin/bash -o pipefail -lc a | b", "a", "b"]),
    "sh in sh": ("""sh -c 'sh -c "a b"'""", ['sh -c sh -c "a b"', "sh -c a b", "a b"]),
    "a script file is not read": ("bash x.sh", ["bash x.sh"]),
    "what the outer shell has run already": ('sh -c "$(a | b)" c', ["sh -c $(a | b) c", "$(a | b)", "a", "b"]),
    "eval": ("eval 'a; b'", ["eval a; b", "a", "b"]),
    "su -c": ("su app -c 'a b'", ["su app -c a b", "a b"]),
    "a heredoc for a shell": ("bash -e <<EOF\na\nb c\nEOF\nd", ["bash -e", "a", "b c", "d"]),
    "a heredoc for a file": ("cat <<EOF > /x && a\nb\nEOF\nc", ["cat", "a", "c"]),
    "two heredocs on a line": ("cat <<A - <<'B' && c\na\nA\nb\nB\nd", ["cat -", "c", "d"]),
    "a heredoc with tabs": ("cat <<-EOF | a\n\tb\n\tEOF\nc", ["cat", "a", "c"]),
    "a shift is no heredoc": ("a $((1<<2))\nb", ["a $((1<<2))", "b"]),
    "a here string": ("bash <<< 'a b'", ["bash", "a b"]),
    "broken, yet read": ("a && | b; c (", ["a", "b", "c"]),
    "unclosed quote": ("a; b 'c", ["a", "b"]),
    "not ASCII": ("a 'é' ü && b", ["a é ü", "b"]),
    "empty": ("", []),
    "only a comment": ("# a", []),
}


@pytest.mark.parametrize(("text", "expected"), COMMANDS.values(), ids=COMMANDS)
def test_commands(text: str, expected: list[str]) -> None:
    assert [plainly(command) for command in script(text).commands] == expected


def test_names_are_without_the_folder_unless_unknown() -> None:
    names = [
        command.name for command in script("/opt/venv/bin/pip x; $PIP x; ${V}/bin/pip x; \\ls; 'my tool'").commands
    ]
    assert names == ["pip", "", "pip", "ls", "my tool"]


def test_operators_and_pipes() -> None:
    commands = script("a && { b; c; } | d || (e); f &").commands
    assert [(c.name, c.before, c.after, c.piped_from, c.piped_to) for c in commands] == [
        ("a", None, "&&", False, False),
        ("b", "&&", ";", False, True),
        ("c", ";", ";", False, True),
        ("d", "|", "||", True, False),
        ("e", "||", ";", False, False),
        ("f", ";", "&", False, False),
    ]


def test_what_a_command_stands_in() -> None:
    commands = script('if a; then (b); fi; for i in x; do c "$(d)"; done; ! e').commands
    assert {c.name: sorted(c.inside) for c in commands} == {
        "a": ["condition", "if"],
        "b": ["if", "subshell"],
        "c": ["loop"],
        "d": ["loop", "substitution"],
        "e": ["negation"],
    }


def test_through_names_what_runs_it() -> None:
    commands = script("sudo env A=1 bash -c 'apt-get update'").commands
    assert [c.through for c in commands] == [(), ("sudo",), ("sudo", "env"), ("sudo", "env", "bash")]


def test_assignments_and_redirects() -> None:
    (command,) = script("A=1 B='x y' pip install a 2>&1 >> log").commands
    assert [(a.name, a.value.value) for a in command.assignments] == [("A", "1"), ("B", "x y")]
    assert [(r.operator, r.target.value) for r in command.redirects] == [("2>&", "1"), (">>", "log")]


def test_flags() -> None:
    (command,) = script("x -abc --long --name=value -o out -n5 --other thing -- -z").commands
    assert command.flags == {"a", "b", "c", "long", "name", "o", "n", "5", "other"}
    assert command.has_flag("q", "long")
    assert not command.has_flag("z")
    assert [command.flag_value(name) for name in ("name", "o", "n", "other", "absent")] == [
        "value", "out", "5", "thing", None,
    ]  # fmt: skip
    assert [word.value for word in command.arguments] == ["out", "thing"]


PIPEFAIL = {
    "never set": ("a | b", [False]),
    "set before": ("set -eux -o pipefail; a | b", [True]),
    "in one cluster": ("set -euxo pipefail && a | b", [True]),
    "set too late": ("a | b; set -o pipefail", [False]),
    "taken back": ("set -o pipefail; a | b; set +o pipefail; c | d", [True, False]),
    "only inside the subshell": ("(set -o pipefail; a | b); c | d", [True, False]),
    "by the shell's own flag": ("bash -o pipefail -c 'a | b'", [True]),
    "an inner shell knows nothing of it": ("set -o pipefail; sh -c 'a | b'", [False]),
    "no pipe": ("a || b", []),
}


@pytest.mark.parametrize(("text", "expected"), PIPEFAIL.values(), ids=PIPEFAIL)
def test_pipefail(text: str, expected: list[bool]) -> None:
    assert [pipe.pipefail for pipe in script(text).pipes] == expected


def test_pipefail_of_shell_instruction() -> None:
    assert [pipe.pipefail for pipe in script("a | b", "/bin/bash", "-o", "pipefail", "-c").pipes] == [True]


DIALECTS = {
    "the default": (("/bin/sh", "-c"), "a", "sh"),
    "bash": (("/bin/bash", "-c"), "a", "bash"),
    "through env": (("/usr/bin/env", "bash", "-c"), "a", "bash"),
    "through conda": (("conda", "run", "-n", "x", "/bin/bash", "-c"), "a", "bash"),
    "powershell": (("powershell", "-Command"), "Get-Item x", "powershell"),
    "pwsh with a folder": (("C:\\Program Files\\pwsh.exe", "-Command"), "Get-Item x", "powershell"),
    "cmd": (("cmd", "/S", "/C"), "dir", "cmd"),
    "a shell nobody knows": (("/usr/bin/fish", "-c"), "a", "other"),
    "a shebang wins": (("/bin/sh", "-c"), "#!/usr/bin/env bash\na", "bash"),
    "another interpreter": (("/bin/sh", "-c"), "#!/usr/bin/env python3\nimport os", "other"),
}


@pytest.mark.parametrize(("shell", "text", "dialect"), DIALECTS.values(), ids=DIALECTS)
def test_dialect(shell: tuple[str, ...], text: str, dialect: str) -> None:
    found = script(text, *shell)
    assert found.dialect == dialect
    assert bool(found.commands) == (dialect in ("sh", "bash"))


def test_positions_survive_continuations_and_quotes() -> None:
    file = 'RUN pip \\\n    # why\n    install && sh -c "echo \\"two words\\" \\\n  three"\n'
    pieces = ["pip ", '    install && sh -c "echo \\"two words\\" ', '  three"']
    offsets = tuple(file.index(piece) for piece in pieces)
    starts = (0, len(pieces[0]), len(pieces[0]) + len(pieces[1]))
    whole = Span(0, len(file))
    body = Joined("".join(pieces), starts, offsets)
    commands = read_script(Instruction(whole, whole, "RUN", "RUN", whole, (), body)).commands
    spans = [[file[word.span.start : word.span.end] for word in command.words] for command in commands]
    assert spans[0] == ["pip", "install"]
    assert spans[2] == ["echo", '"two words\\"', "three"]
    assert file[commands[0].span.start : commands[0].span.end] == "pip \\\n    # why\n    install"


def test_exec_form_has_its_words() -> None:
    file = 'RUN ["/bin/pip", "install", "a\\"b"]'
    texts = ['"/bin/pip"', '"install"', '"a\\"b"']
    spans = [Span(file.index(text), file.index(text) + len(text)) for text in texts]
    words = tuple(
        Word(text, value, span) for text, value, span in zip(texts, ["/bin/pip", "install", 'a"b'], spans, strict=True)
    )
    found = read_script(run_instruction(file, words=words))
    (command,) = found.commands
    assert (found.dialect, command.name, plainly(command)) == ("exec", "pip", '/bin/pip install a"b')
    assert command.words[2].source.offset(2) == file.index('b"]')


def test_exec_form_of_a_shell_is_read() -> None:
    text = '["sh", "-c", "a | b"]'
    words = tuple(
        Word(f'"{v}"', v, Span(text.index(f'"{v}"'), text.index(f'"{v}"') + len(v) + 2)) for v in ("sh", "-c", "a | b")
    )
    commands = read_script(run_instruction(text, words=words)).commands
    assert [c.name for c in commands] == ["sh", "a", "b"]
    assert text[commands[2].span.start] == "b"


def heredoc(file: str, name: str, body: str) -> Heredoc:
    at = file.index(body)
    return Heredoc(name, expand=True, chomp=False, fd=0, span=Span(4, 9), body=body, body_span=Span(at, at + len(body)))


def test_heredoc_alone_is_the_script() -> None:
    file = "RUN <<EOF\npip install a\nb\nEOF\n"
    found = read_script(run_instruction("<<EOF", heredocs=(heredoc(file, "EOF", "pip install a\nb\n"),)))
    assert [plainly(c) for c in found.commands] == ["pip install a", "b"]
    assert file[found.commands[1].span.start] == "b"


def test_heredoc_of_another_interpreter() -> None:
    file = "RUN python3 - <<EOF\nimport os\nEOF\n"
    found = read_script(run_instruction("python3 - <<EOF", heredocs=(heredoc(file, "EOF", "import os\n"),)))
    assert [plainly(c) for c in found.commands] == ["python3 -"]


def test_text_behind_a_heredocs_marker_is_read() -> None:
    file = "RUN cat <<EOF > /x && pip install a\nsome text\nEOF\n"
    found = read_script(
        run_instruction("cat <<EOF > /x && pip install a", heredocs=(heredoc(file, "EOF", "some text\n"),))
    )
    assert [plainly(c) for c in found.commands] == ["cat", "pip install a"]
    assert not found.has_error
    body = found.commands[0].redirects[0].heredoc
    assert body is not None
    assert body.source.text == "some text\n"


def test_many_statements_take_linear_time() -> None:
    assert len(script("a | b\n" * 5_000).commands) == 10_000


def test_deep_nesting_is_no_trouble() -> None:
    assert script("$(" * 2000 + "a" + ")" * 2000).commands


REDIRECTS = {
    "the last command of a list": ("if a; then b && c > /x; fi", {"c": [">"]}),
    "a closed descriptor takes no word": ("(a 2>&- b)", {"a": ["2>&-"]}),
    "behind a pipe": ("(a | b >> /x)", {"b": [">>"]}),
}


@pytest.mark.parametrize(("text", "expected"), REDIRECTS.values(), ids=REDIRECTS)
def test_redirects_belong_to_the_command_in_front(text: str, expected: dict[str, list[str]]) -> None:
    commands = script(text).commands
    assert {c.name: [r.operator for r in c.redirects] for c in commands if c.redirects} == expected


HEREDOCS = {
    "an unclosed bracket": ("a ((\nb <<E\nc\nE\nd", ["a", "b", "d"]),
    "never closed": ("a <<E\nb\nc", ["a"]),
    "a marker without a body": ("a <<E b", ["a b"]),
    "a marker in quotes": ("a '<<E'\nb\nE", ["a <<E", "b", "E"]),
    "a marker in a comment": ("a # <<E\nb", ["a", "b"]),
    "a quoted name with a blank": ("a <<'E F'\nb\nE F\nc", ["a", "c"]),
}


@pytest.mark.parametrize(("text", "expected"), list(HEREDOCS.values())[1:], ids=list(HEREDOCS)[1:])
def test_heredocs(text: str, expected: list[str]) -> None:
    assert [plainly(command) for command in script(text).commands] == expected


def test_an_unclosed_bracket_ends() -> None:
    assert script(HEREDOCS["an unclosed bracket"][0]).has_error


@pytest.mark.parametrize(
    "piece", ["$(", "cat <<E ", "cat <<E\n", '"a$(b ', "`a ", "((\n", "if ", "env ", "'", ";", "sh -c '"]
)
def test_text_that_repeats_takes_linear_time(piece: str) -> None:
    script(piece * 3000)
