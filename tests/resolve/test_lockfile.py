"""The text of a lock: the same bytes for the same lock, and nothing of the project's can become a requirement."""

from dataclasses import replace
from datetime import date

import pytest

from dockerize_ml.manifests.lock_header import APART, PYTHON, value_of
from dockerize_ml.project.place import Place
from dockerize_ml.resolve.lockfile import lock_text
from dockerize_ml.resolve.model import Apart, Compiled, Lock, Locked, Repair

LOCK = Lock(
    python="3.9",
    python_why="numpy==1.20.2 has wheels for Python up to 3.9",
    as_of=date(2021, 5, 3),
    as_of_why="last commit 2021-05-03",
    sources=("requirements.txt",),
    digest="00",
    packages=(Locked("flask", "2.0.0", "flask==2.0.0", ("sha256:aa", "sha256:bb"), ("requirements.txt:1",)),),
    aparts=(Apart("torch==2.1.0", "PyTorch's own index has it"),),
    repairs=(Repair("dropped", "pywin32", "pywin32==300", "", "It is for Windows.", Place("requirements.txt", 2)),),
    compiled=(Compiled("thing==1.0", date(2021, 8, 1), is_native=True),),
)
TEXT = """\
# As of: 2021-05-03, last commit 2021-05-03
# Python: 3.9, numpy==1.20.2 has wheels for Python up to 3.9
# Inputs: 00
# Compiled: thing==1.0, with the build tools of 2021-08-01, g++
# Apart: torch==2.1.0, because PyTorch's own index has it
# Repair: pywin32==300 is left out (requirements.txt:2): It is for Windows.

flask==2.0.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via requirements.txt:1
"""


def test_the_text() -> None:
    assert lock_text(LOCK).endswith(TEXT)


def test_its_head_is_read_back() -> None:
    assert value_of(lock_text(LOCK), PYTHON).startswith("3.9, ")
    assert value_of(lock_text(LOCK), APART) == "torch==2.1.0, because PyTorch's own index has it"


LINE_ENDS = ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
def test_no_name_or_reason_can_add_a_requirement(end: str) -> None:
    evil = f"x{end}evil==6.6.6"
    lock = replace(
        LOCK,
        python_why=evil,
        as_of_why=evil,
        sources=(evil,),
        packages=(replace(LOCK.packages[0], via=(evil,)),),
        repairs=(Repair("replaced", "x", evil, evil, evil, Place(evil, 1)),),
        aparts=(Apart("torch==2.1.0", evil),),
        kept=(evil,),
        without=(evil,),
    )
    asked = [line for line in lock_text(lock).splitlines() if line and not line.lstrip().startswith(("#", "--hash"))]
    assert asked == ["flask==2.0.0 \\"]
