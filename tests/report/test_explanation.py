import pytest

from dockerize_ml.errors import UsageError
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.model import Facts
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.report.explanation import explanation
from dockerize_ml.report.screen import PLAIN


@pytest.fixture
def found(facts: Facts) -> Inspection:
    weighed = (Reason(points=30, text="a web program"), Reason(points=-5, text="two folders deep"))
    aside = Reason(points=-9, text="it lies in `old`")
    app = Program(kind="web", framework="flask", entrypoint="app:app", file="app.py", line=3, reasons=weighed)
    old = Program(kind="web", framework="flask", entrypoint="old.app:app", file="old/app.py", reasons=(aside,))
    return Inspection(facts=facts, programs=(app, old))


def test_the_whole_reasoning_with_the_losers(found: Inspection) -> None:
    assert explanation("entrypoint", found, PLAIN).splitlines() == [
        "entrypoint → app:app  (guess)",
        "",
        "Because",
        "  app.py:3  app = Flask(__name__)",
        "",
        "And not",
        "  old.app:app: it lies in a folder named `old`",
        "",
        "Programs, best first",
        "    25  app:app  flask, app.py:3",
        "        +30  a web program",
        "        -5  two folders deep",
        "    -9  old.app:app  flask, old/app.py",
        "        -9  it lies in `old`",
    ]


def test_a_fact_without_rivals(found: Inspection) -> None:
    assert explanation("manager", found, PLAIN).splitlines() == [
        "manager → pip  (certain)",
        "",
        "Because",
        "  nothing in the project says otherwise",
        "",
        "Nothing else was in question.",
    ]


def test_a_hyphen_is_as_good_as_an_underscore(found: Inspection) -> None:
    assert explanation("health-path", found, PLAIN).startswith("health-path → not found")


def test_a_misspelt_fact_is_answered_with_a_guess(found: Inspection) -> None:
    with pytest.raises(UsageError) as caught:
        explanation("prot", found, PLAIN)
    assert caught.value.hint.startswith("Did you mean `port`? Choose from: kind, framework")
