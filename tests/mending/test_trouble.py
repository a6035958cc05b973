"""How far a program came, read from its log."""

from itertools import pairwise

from dockerize_ml.mending.trouble import (
    ANSWERING,
    BUILDING,
    COMPLAINING,
    FAILING,
    STARTING,
    UNOFFERED,
    Reach,
    Trouble,
    lines_reached,
    places_reached,
)

LOG = """\
Traceback (most recent call last):
  File "/app/app.py", line 2, in <module>
ImportError: optional
INFO starting
Traceback (most recent call last):
  File "/opt/venv/bin/gunicorn", line 8, in <module>
  File "/app/app.py", line 3, in <module>
    from utils import load
  File "/app/utils.py", line 7, in <module>
    import cv2
ImportError: libGL.so.1: cannot open shared object file: No such file or directory
[1] [ERROR] Reason: Worker failed to boot.
"""


def trouble(reach: Reach, reason: str = "x") -> Trouble:
    return Trouble("start", reason, "", reach)


def test_the_lines_of_the_last_traceback_count() -> None:
    assert lines_reached(LOG) == (3, 7)


def test_a_script_of_an_old_python_is_called_as_on_the_command_line() -> None:
    log = (
        'Traceback (most recent call last):\n  File "compare.py", line 4, in <module>\n    import tool\n'
        '  File "/opt/venv/lib/python3.8/site-packages/tool.py", line 9, in <module>\n'
        '  File "<frozen importlib._bootstrap>", line 991, in _find_and_load\nImportError: x\n'
    )
    assert places_reached(log) == (("compare.py", 4),)


def test_a_later_stage_and_a_later_line_are_further() -> None:
    building, early, late = Reach(BUILDING, (40,)), Reach(STARTING, (3, 7)), Reach(STARTING, (4,))
    assert trouble(building).is_behind(trouble(early))
    assert trouble(early).is_behind(trouble(late))
    assert trouble(late).is_behind(trouble(Reach(ANSWERING)))
    assert not trouble(late).is_behind(trouble(early))


def test_who_answers_comes_further_the_less_is_wrong() -> None:
    stages = (STARTING, UNOFFERED, FAILING, COMPLAINING, ANSWERING)
    for before, after in pairwise(stages):
        assert trouble(Reach(before, (9,))).is_behind(trouble(Reach(after)))


def test_fewer_missing_libraries_are_further() -> None:
    assert trouble(Reach(ANSWERING, (-2,))).is_behind(trouble(Reach(ANSWERING, (-1,))))


def test_another_reason_at_the_same_place_is_level() -> None:
    here = Reach(STARTING, (3,))
    assert trouble(here, "a").is_level_with(trouble(here, "b"))
    assert not trouble(here, "a").is_level_with(trouble(here, "a"))


def test_who_breaks_where_it_went_into_another_file_may_have_come_through_that() -> None:
    within, at_it = trouble(Reach(STARTING, (3, 7)), "a"), trouble(Reach(STARTING, (3,)), "b")
    assert within.is_level_with(at_it)
    assert not trouble(Reach(STARTING, (3, 7)), "b").is_level_with(at_it)
    assert not trouble(Reach(STARTING, (4, 7)), "a").is_level_with(at_it)
    assert not within.is_level_with(trouble(Reach(STARTING), "b"))
