"""What is said of the repairs of a lock."""

from dockerize_ml.project.place import Place
from dockerize_ml.report.lock_lines import repair_lines
from dockerize_ml.report.screen import Screen
from dockerize_ml.resolve.model import Repair

WHY = "It is a file on the machine on which the list was written."


def shown(*names: str) -> str:
    repairs = [
        Repair("replaced", name, f"{name} @ file:///tmp/{name}/work", name, WHY, Place("requirements.txt", line))
        for line, name in enumerate(names, 1)
    ]
    dropped = Repair("dropped", "pywin32", "pywin32==228", "", "It talks to Windows.", Place("requirements.txt", 9))
    return " ".join(" ".join(repair_lines([*repairs, dropped], Screen())).split())


def test_many_files_of_another_machine_are_one_sentence() -> None:
    told = shown("six", "zipp", "jedi")
    assert f"six, zipp, jedi instead of 3 files (requirements.txt:1): {WHY}" in told
    assert "@ file:" not in told
    assert "pywin32==228 is left out (requirements.txt:9)" in told


def test_a_few_are_told_one_by_one() -> None:
    assert "zipp instead of zipp @ file:///tmp/zipp/work (requirements.txt:2)" in shown("six", "zipp")
