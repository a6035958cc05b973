import pytest

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.model import Facts
from dockerize_ml.report.cells import width
from dockerize_ml.report.screen import PLAIN, Screen
from dockerize_ml.report.written import found_lines, next_lines, noted

DOCKERFILE = '# why\nFROM python:3.12-slim\nRUN echo "x" && \\\n\ttrue\n\nCMD ["python", "app.py"]\n'


def test_what_was_found_in_short(facts: Facts) -> None:
    found = Inspection(facts=facts, notes=("`old.py` cannot be read.",))
    assert list(found_lines(found, PLAIN)) == [
        "Found",
        "  kind             web                                    certain  app.py:3  app = Flask(__name__)",
        "  framework        flask                                  certain  app.py:3  app = Flask(__name__)",
        "  entrypoint       app:app                                guess    app.py:3  app = Flask(__name__)",
        "  port             5000                                   certain  app.py:9  app.run(port=5000)  # \\x1b[2J",
        "  python           3.12                                   likely",
        "  manager          pip                                    certain",
        "  manifest         r.txt                                  certain",
        "  system_packages  libgomp1, gcc (to build)               likely",
        "  environment      MODEL_PATH, DATABASE_URL, SECRET_KEY,  certain  app.py:3  app = Flask(__name__)",
        "                   PORT",
        "note: `old.py` cannot be read.",
        "",
    ]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_terminal_is_not_overrun(columns: int, facts: Facts) -> None:
    assert all(width(line) <= columns for line in found_lines(Inspection(facts=facts), Screen(width=columns)))


def test_at_most_three_commands_to_run_next() -> None:
    assert list(next_lines(("a", "b", "c", "d"), PLAIN)) == ["", "Next", "  a", "  b", "  c"]


def test_notes_are_calm() -> None:
    assert list(noted("gunicorn was added", PLAIN, "Name your own.")) == [
        "note: gunicorn was added",
        "      Name your own.",
    ]
    assert list(noted("one two three", Screen(width=14))) == ["note: one two", "      three"]
