"""No tangle of names may take forever."""

import re
from pathlib import Path

from dockerize_ml.facts.source.called import calls
from dockerize_ml.facts.source.effort import Effort
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.facts.survey import Survey
from dockerize_ml.project.project import Project


def test_a_question_ends_and_the_next_begins_anew() -> None:
    effort = Effort()
    assert effort.enter()
    while effort.enter():
        effort.leave()
    effort.leave()
    assert effort.enter()


def test_a_chain_has_a_bottom() -> None:
    effort = Effort()
    depth = 0
    while effort.enter():
        depth += 1
    for _ in range(depth):
        effort.leave()
    assert 20 < depth < 200
    assert effort.enter()


def test_a_name_bound_over_and_over_to_itself(tmp_path: Path) -> None:
    """Two ways to read each of forty lines are more than anyone can wait for."""
    rebound = "\n".join(f'    path = os.path.join(path, other) if path else path + "/{n}"' for n in range(40))
    (tmp_path / "app.py").write_text(f"import os\n\ndef load(path, other):\n{rebound}\n    return open(path)\n")
    survey = Survey(Project.open(tmp_path))
    called = next(call for call in calls(survey.resolver, ["app.py"], re.compile("open")) if call.name == "open")
    assert Paths(survey.resolver, survey.folder).file(called.node.args[0], called.scope) is None
