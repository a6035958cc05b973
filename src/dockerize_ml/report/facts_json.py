"""``inspect --format json``: the facts as other programs read them."""

from dataclasses import asdict

from dockerize_ml.facts.model import Facts
from dockerize_ml.report.json_text import json_text


def facts_json(facts: Facts, path: str) -> str:
    """The facts of the project at ``path``, as the user named it."""
    return json_text({"schema_version": 1, "path": path, "facts": asdict(facts)}, indent=2) + "\n"
