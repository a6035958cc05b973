from dockerize_ml.facts.model import Confidence, Evidence, Fact, Facts
from dockerize_ml.facts.program import Program
from dockerize_ml.report.cells import width
from dockerize_ml.report.fact_value import fact_text, value_text
from dockerize_ml.report.facts_table import facts_table, programs_list, proof
from dockerize_ml.report.screen import PLAIN, Screen

PIPED = r"""
fact             value                             how sure  evidence
kind             web                               certain   app.py:3  app = Flask(__name__)
framework        flask                             certain   app.py:3  app = Flask(__name__)
                                                             r.txt:1  Flask
                                                             … and 1 more
entrypoint       app:app                           guess     app.py:3  app = Flask(__name__)
workdir          .                                 likely
port             5000                              certain   app.py:9  app.run(port=5000)  # \x1b[2J
health_path      not found                                   app.py  no route looks like a health check
python           3.12                              likely
manager          pip                               certain
manifest         r.txt                             certain
system_packages  libgomp1, gcc (to build)          likely
accelerator      cpu                               likely
models           none                              certain
environment      MODEL_PATH, DATABASE_URL, SECRET_KEY,  certain   app.py:3  app = Flask(__name__)
                 PORT
as_of            not found
"""


def test_in_a_pipe_nothing_is_cut(facts: Facts) -> None:
    shown = facts_table(facts, PLAIN)
    assert [" ".join(line.split()) for line in shown.splitlines()] == [
        " ".join(line.split()) for line in PIPED.strip("\n").splitlines()
    ]


def test_columns_stand_below_each_other(facts: Facts) -> None:
    head, *lines = facts_table(facts, PLAIN).splitlines()
    for line in lines:
        assert line[head.index("value") - 1] == " "
        assert line[head.index("how sure") - 1 : head.index("how sure")] in {" ", ""}


def test_a_terminal_is_never_overrun(facts: Facts) -> None:
    for columns in (60, 80, 100, 120, 200):
        assert all(width(line) <= columns for line in facts_table(facts, Screen(width=columns)).splitlines())


def test_a_narrow_terminal_has_the_evidence_below_the_value(facts: Facts) -> None:
    lines = facts_table(facts, Screen(width=70)).splitlines()
    assert "evidence" not in lines[0]
    assert lines[2] == " " * lines[0].index("value") + "app.py:3  app = Flask(__name__)"


def test_all_evidence_when_verbose(facts: Facts) -> None:
    assert "b:1  c" in facts_table(facts, PLAIN, verbose=True)


def test_ascii_only(facts: Facts) -> None:
    assert facts_table(facts, Screen(unicode=False, width=70)).isascii()


def test_several_programs_are_listed_and_the_chosen_one_marked() -> None:
    programs = [
        Program(name="api", kind="web", framework="fastapi", entrypoint="api.main:app", file="api/main.py", line=7),
        Program(name="worker", kind="worker", framework="celery", entrypoint="tasks", file="tasks.py"),
    ]
    assert programs_list(programs, "api", PLAIN).splitlines() == [
        "2 programs; `--service NAME` picks one",
        "  ✓ api     api.main:app  web, fastapi  api/main.py:7",
        "    worker  tasks         worker, celery  tasks.py",
    ]


def test_of_programs_without_names_only_the_first_is_marked() -> None:
    programs = [Program(kind="job", framework="script", entrypoint=name, file=name) for name in ("a.py", "b.py")]
    assert programs_list(programs, "", PLAIN).splitlines()[1:] == [
        "  ✓  a.py  job, script  a.py",
        "     b.py  job, script  b.py",
    ]


def test_evidence_about_the_whole_folder_names_no_file() -> None:
    assert proof(Evidence(path=".", reason="set by `--port`")) == "set by `--port`"
    assert proof(Evidence(path="app.py", reason="no route")) == "app.py  no route"


def test_what_surely_is_not_there_is_none_and_what_was_not_found_says_so() -> None:
    assert fact_text(Fact[int](confidence=Confidence.CERTAIN)) == "none"
    assert fact_text(Fact[int]()) == "not found"
    assert value_text(None) == "none"
