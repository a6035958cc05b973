"""A script that is not shown to ShellCheck is one that ShellCheck has no remark on."""

import random

import pytest

from dockerize_ml.lint.shellcheck import ShellScript, find_shellcheck
from dockerize_ml.lint.shellcheck.quiet import PROGRAMS, is_quiet
from dockerize_ml.lint.shellcheck.run import run

QUIET = {
    "one command": "pip install flask",
    "joined": "apt-get update && apt-get install -y --no-install-recommends curl  &&  rm -rf /var/lib/apt/lists/*",
    "on lines": "apt-get update \\\n && apt-get install -y curl".replace("\\\n", ""),
    "with a folder": "/opt/venv/bin/pip install -r requirements.txt",
    "a version": "pip install --no-cache-dir torch==2.1.0 -f https://a.b/c.html",
    "words in quotes": "pip install 'x[y]>=1' \"git+https://a/b\"",
    "wildcards behind a word": "mamba install --yes nodejs=20.* && tar -xf /x/a-*.tar",
    "below the home": "make -C ~/x install",
    "one after the other": "set -eux; apt-get update;\n  apt-get install -y curl;",
    "piped to what reads": "curl -fsSL https://x.org/i.sh | bash -s -- -y",
    "a variable that is set": 'git clone -b ${ONE} https://a/b && chown -R "$ONE:$TWO" /x',
    "a setting for one command": "CGO_ENABLED=0 GOOS=linux go build -o /x ./cmd",
    "a program of one's own": "install-packages git && ./gradlew.sh build",
    "changing folders first": "cd /x && make",
    "a link": "ln -sf /usr/bin/python3 /usr/bin/python",
    "folders": "mkdir -p /a/b c && chown -R 1000:1000 /a && chmod +x /a/b/run.sh",
}
NOT_SURELY_QUIET = {
    "a variable": "pip install $X",
    "quotes around a variable": 'pip install "$X"',
    "quotes next to a word": "pip install 'x'y",
    "an escape": "pip install 'a\\n'",
    "a wildcard": "pip install *.whl",
    "a variable that its own command sets": "ONE=1 go build $ONE",
    "brackets": "pip install x[y]",
    "a pipe to what does not read": "curl https://x | chown a /b",
    "or": "pip install x || true",
    "a redirect": "curl https://x > y",
    "a program it has checks for": "echo a",
    "a folder that must stay": "rm -rf /usr",
    "a mode for several folders": "mkdir -p -m 700 /a/b",
    "a keyword": "pip install done",
    "a keyword at the end": "make then&&pip install x",
    "what looks like an assignment": "pip = x",
    "permissions taken away": "chmod -r x",
    "changing folders and no more": "make && cd /x",
    "changing folders, whatever becomes of it": "cd /x; make",
    "changing folders back": "cd /x && make && cd ..",
    "no command": "pip install &&",
    "empty": "",
    "a shebang": "#!/bin/sh\npip install x",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_quiet(text: str) -> None:
    assert is_quiet(text, frozenset(KNOWN))


@pytest.mark.parametrize("text", NOT_SURELY_QUIET.values(), ids=NOT_SURELY_QUIET)
def test_not_surely_quiet(text: str) -> None:
    assert not is_quiet(text, frozenset(KNOWN))


WORDS = """
    install -y -r -R -e -c -o -O -m -n -p -rf -1 +x u+x,g-w a-r 0777 777 a a.b a==1 x=y A=1 A= - -- . .. ./x / /usr
    /etc/passwd /a/b/c a,b :: x:y @x %1 +x , : 1 git+https://g/x@v1 exec eval test sudo export source cd which echo
    read let -eq -f -z rm -exec ls grep cat set in done then =x * /a/b/* if fi a* *.x ~/a ~ 'a' "b>=1" 'c[d]' 'x'y "*"
    '{a}' '#' "(a)" '~' 'a;b' '<x' "a=b" /x/* -a* [ab] ; -D* $ONE ${ONE} "$ONE/x" x==$ONE ${ONE}.tar $OTHER '$ONE'
    -c $ONE*
    "${ONE} a" $ONE$TWO ~/$ONE $ONE:$TWO -s "a $TWO" A=$ONE -lc
"""
KNOWN = ("ONE", "TWO")


def test_shellcheck_agrees() -> None:
    chance = random.Random(1)
    programs = [name.replace("\\.\\d+", ".12") for name in PROGRAMS.split("|")]
    programs += ["rm", "rm -rf", "mkdir -p", "chmod", "cd", "cd /x", "cd /a/b", "ln -s", "ln -sf /x", "set -e"]
    programs += [
        "A=1 go",
        "ONE=1 make",
        "A=$TWO B=x npm",
        "./x.sh",
        "a-b",
        "/x/a_b.sh",
        "python3 -c",
        "bash -c",
        "foo.bar",
    ]
    scripts: set[ShellScript] = set()
    for program in programs * 8:
        commands = [f"{chance.choice(['', '/opt/x/bin/'])}{program}"]
        commands += chance.choices(programs, k=chance.randrange(3))
        texts = [" ".join((command, *chance.choices(WORDS.split(), k=chance.randrange(6)))) for command in commands]
        text = chance.choice((" && ", "; ", " &&\n  ", ";\n", " | ")).join(texts) + chance.choice(("", "", ";", "\n"))
        if is_quiet(text, frozenset(KNOWN)):
            scripts.add(ShellScript(text, chance.choice(("sh", "bash", "dash", "ksh")), KNOWN))
    binary = find_shellcheck()
    assert binary is not None
    answers = run(binary, sorted(scripts, key=lambda script: script.text), 2)
    assert len(answers) > 150
    assert {script.text: remarks for script, remarks in answers.items() if remarks} == {}
