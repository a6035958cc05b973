"""The same instructions as BuildKit's own parser, which runs in a process of its own: it can crash on odd input."""

from __future__ import annotations

import json
import subprocess
import sys

from dockerize_ml.dockerfile import Instruction, parse

ASK = """
import dockerfile, json, sys
for line in sys.stdin:
    try:
        found = [
            [each.cmd, each.start_line, each.flags, each.json, each.value, each.heredocs]
            for each in dockerfile.parse_string(json.loads(line))
        ]
    except dockerfile.GoParseError as error:
        found = str(error)
    print(json.dumps(found), flush=True)
"""

TEXTS = [
    "FROM python:3.12-slim AS base\nRUN --mount=type=cache,target=/x --network=none pip install a \\\n  # why\n\n  b\n",
    'FROM a\nENV a=b c="d e" f=g\\ h\nLABEL "x y"=z\nENV old style value\nARG a b=c d="e f"\n',
    'FROM a\nCOPY ["a b", "c"]\nCOPY a b "c d"\nADD --chown=1:2 a /\nCMD ["a", "\\u00e9"]\nENTRYPOINT a b\nCMD [ "a"\n',
    "FROM a\nRUN cat <<A 3<<-'B C' > x\n1\nA\n\t2\n\tB C\nCOPY <<E /x\n$y\nE\nUSER b\n",
    '# escape=`\nFROM a\nRUN dir c:\\ `\n && b\nENV a=`"b c=d\n',
    "FROM a\r\nRUN b \\\r\n c\r\n",
    'FROM a\nEXPOSE 80 90/udp\nVOLUME a b\nVOLUME ["a b"]\nWORKDIR a b\nUSER a:b\nSTOPSIGNAL 9\nMAINTAINER a <b@c>\n',
    "FROM a\nHEALTHCHECK --interval=1s --timeout=2s CMD curl x\n",
    "from a\n  run b\n\u00a0env c=d\nRU\\\nN e\nRUN f\\\\\nUSER g\\ \t\n h\n",
    'FROM a\nRUN\nCMD\nSHELL ["a"]\n',
    'FROM a\nCOPY -- a b\nCOPY --chown="a b" --link c d\nRUN -- --x\n',
    "FROM a\nENV a='b\nENV c=\"d\\\n e\" f=${g:-h}\n",
    "\ufeffFROM a\nRUN <<E\n# a\nb \\\n\nE\n",
    "FROM a\nRUN a \\",
]  # fmt: skip

REFUSED = [
    "", "\n# c\n", "FROM a\nENV b", "FROM a\nENV a=b c", "FROM a\nCMD [1]", "FROM a\nRUN <<E\na", "FROM a\nLABEL b",
    "FROM a\nONBUILD ENV b", "# escape=x\nFROM a", "FROM a\nCOPY [{}]",
]  # fmt: skip


def ask(texts: list[str]) -> list[object]:
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run([sys.executable, "-c", ASK], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def summary(text: str) -> list[object]:
    dockerfile = parse(text)
    return [
        [
            each.keyword,
            dockerfile.position(each.extent.start).line,
            [f"--{flag.name}" + ("" if flag.value is None else f"={flag.value}") for flag in each.flags],
            each.exec is not None,
            values(each),
            [[doc.name, doc.fd, doc.body.replace("\r\n", "\n")] for doc in each.heredocs],
        ]
        for each in dockerfile.instructions
    ]


def values(instruction: Instruction) -> list[str]:
    if instruction.keyword == "ARG":
        pairs = instruction.pairs
        return [pair.key.text + ("" if pair.value is None else f"={pair.value.text}") for pair in pairs]
    if instruction.pairs:
        return [word.text for pair in instruction.pairs for word in (pair.key, pair.value) if word is not None]
    if instruction.exec is not None:
        return [word.value for word in instruction.words]
    return [word.text for word in instruction.words]


def test_the_same_instructions() -> None:
    for text, theirs in zip(TEXTS, ask(TEXTS), strict=True):
        assert isinstance(theirs, list), text
        assert summary(text) == [[each[0].upper(), *each[1:]] for each in theirs], text


def test_refused_by_both() -> None:
    for text, theirs in zip(REFUSED, ask(REFUSED), strict=True):
        assert isinstance(theirs, str) or not theirs, text
        assert parse(text).problems, text
