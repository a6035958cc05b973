from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.model import Facts
from dockerize_ml.report.cells import width
from dockerize_ml.report.screen import PLAIN, Screen
from dockerize_ml.report.written import found_lines, next_lines, noted

Make = Callable[[dict[str, str]], Path]

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


PAGES = {
    "Home.py": "import streamlit as st\nst.title('Sales')\n",
    "pages/1_Map.py": "import streamlit as st\nst.title('Map')\n",
    "shop/__init__.py": "",
    "shop/manage.py": "if __name__ == '__main__':\n    print('x')\n",
    "requirements.txt": "streamlit\n",
}
WORKER = {
    "watcher/__init__.py": "",
    "watcher/__main__.py": "import time\n\n\ndef main():\n    while True:\n        time.sleep(1)\n\n\n"
    "if __name__ == '__main__':\n    main()\n",
    "Procfile": "worker: python -m watcher\n",
}


@pytest.mark.parametrize("files", [PAGES, WORKER], ids=["pages and manage.py", "one file of two kinds"])
def test_parts_of_a_program_are_not_offered_as_others(files: dict[str, str], folder: Make) -> None:
    found = pipeline.inspect(folder(files))
    assert not any("picks one" in line for line in found_lines(found, PLAIN))


def test_programs_that_stand_beside_one_another_are_offered(folder: Make) -> None:
    found = pipeline.inspect(folder(PAGES | {"train.py": "if __name__ == '__main__':\n    print('x')\n"}))
    assert any("2 programs; `--service NAME` picks one" in line for line in found_lines(found, PLAIN))


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
