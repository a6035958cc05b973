"""The engine's table of a container's processes."""

from dockerize_ml.engine.processes import first_of, read_processes

TABLE = """\
PID  PPID  UID  TIME  COMMAND
4243  4200  10001  2  /opt/venv/bin/python /opt/venv/bin/gunicorn --bind 0.0.0.0:5000 app:app
4200  4180  10001  1  /opt/venv/bin/python /opt/venv/bin/gunicorn app:app
"""


def test_process_1_is_the_one_whose_parent_is_outside() -> None:
    found = tuple(read_processes(TABLE))
    first = first_of(found)
    assert first is not None
    assert (first.pid, first.user, first.seconds, first.name) == (4200, 10001, 1, "python gunicorn")


PODMANS = """\
PID         PPID        HUSER       TIME        COMMAND
1           0           10001       1m2.5s      python serve.py
7           1           10001       80ms        python serve.py
"""


def test_podmans_own_columns_are_read_too() -> None:
    found = tuple(read_processes(PODMANS))
    assert [(one.pid, one.user, one.seconds) for one in found] == [(1, 10001, 62), (7, 10001, 0)]
    assert first_of(found) == found[0]


def test_a_container_that_has_ended_has_none() -> None:
    assert first_of(tuple(read_processes("Error response from daemon: container is not running"))) is None
