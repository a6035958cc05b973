import json

from dockerize_ml.facts.model import Facts
from dockerize_ml.report.facts_json import facts_json

ORDER = [
    "kind",
    "framework",
    "entrypoint",
    "workdir",
    "port",
    "health_path",
    "python",
    "manager",
    "manifest",
    "system_packages",
    "accelerator",
    "models",
    "environment",
    "as_of",
]


def test_the_contract(facts: Facts) -> None:
    said = json.loads(facts_json(facts, "."))
    assert list(said) == ["schema_version", "path", "facts"]
    assert (said["schema_version"], said["path"]) == (1, ".")
    assert list(said["facts"]) == ORDER
    assert said["facts"]["kind"] == {
        "value": "web",
        "confidence": "certain",
        "evidence": [{"path": "app.py", "line": 3, "reason": "app = Flask(__name__)"}],
        "alternatives": [],
    }
    assert said["facts"]["entrypoint"]["alternatives"] == [
        {"value": "old.app:app", "reason": "it lies in a folder named `old`"}
    ]
    assert said["facts"]["system_packages"]["value"] == {"build": ["gcc"], "runtime": ["libgomp1"]}
    assert said["facts"]["health_path"]["value"] is None
    assert said["facts"]["models"]["value"] == []
