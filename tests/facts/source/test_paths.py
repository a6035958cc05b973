"""Which file a path expression means."""

import re
from pathlib import Path

import pytest

from dockerize_ml.facts.source.called import calls
from dockerize_ml.facts.source.paths import Paths
from dockerize_ml.facts.survey import Survey
from dockerize_ml.project.project import Project

HEADER = """\
import os
import re
from pathlib import Path

import config
from config import DIR, MODEL

BASE = Path(__file__).resolve().parent
HERE = os.path.dirname(os.path.abspath(__file__))


"""

FOLDS = {
    '"models/a.pkl"': "models/a.pkl",
    '"./models/a.pkl"': "models/a.pkl",
    '"models\\\\a.pkl"': "models/a.pkl",
    'BASE / "models" / "a.pkl"': "src/models/a.pkl",
    'BASE.parent / "a.pkl"': "a.pkl",
    'Path(__file__).parents[1] / "a.pkl"': "a.pkl",
    'Path(config.__file__).resolve().parent / "a.pkl"': "src/a.pkl",
    'BASE.joinpath("m", "a.pkl")': "src/m/a.pkl",
    'os.path.join(HERE, "models", "a.pkl")': "src/models/a.pkl",
    'os.path.join(HERE, "..", "a.pkl")': "a.pkl",
    'f"{BASE}/a.pkl"': "src/a.pkl",
    'HERE + "/a.pkl"': "src/a.pkl",
    '"{}/{}.pkl".format(HERE, "a")': "src/a.pkl",
    '"%s/a.pkl" % HERE': "src/a.pkl",
    '"%s/%s.pkl" % (HERE, "a")': "src/a.pkl",
    'str(BASE / "a.pkl")': "src/a.pkl",
    'open(BASE / "a.pkl", "rb")': "src/a.pkl",
    'Path("models", "a.pkl").open("rb")': "models/a.pkl",
    'os.path.join(os.getcwd(), "a.pkl")': "a.pkl",
    'os.environ.get("MODEL", "models/a.pkl")': "models/a.pkl",
    "MODEL": "src/artifacts/m.pkl",
    'os.path.join(DIR, "n.pkl")': "src/artifacts/n.pkl",
    '"C:/Users/me/a.pkl"': "C:/Users/me/a.pkl",
    '"/home/me/a.pkl"': "/home/me/a.pkl",
    "BASE.parent.parent / 'a.pkl'": None,
    "unknown": None,
    "sys.argv[1]": None,
}


@pytest.mark.parametrize("expression", FOLDS)
def test_folds(expression: str, tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "app.py").write_text(f"{HEADER}use({expression})\n")
    config = 'import os\n\nDIR = os.path.join(os.path.dirname(__file__), "artifacts")\nMODEL = DIR + "/m.pkl"\n'
    (tmp_path / "src" / "config.py").write_text(config)
    survey = Survey(Project.open(tmp_path))
    called = next(call for call in calls(survey.resolver, ["src/app.py"], re.compile("use")) if call.name == "use")
    assert Paths(survey.resolver, survey.folder).file(called.argument(0), called.scope) == FOLDS[expression]
