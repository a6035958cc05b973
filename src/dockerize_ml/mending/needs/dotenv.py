"""A `.env` file that the program reads and that is not in the folder."""

import ast
from collections.abc import Iterator

from dockerize_ml.facts.model import Evidence
from dockerize_ml.mending.need import Asked, Need, need

_NAME = ".env"
_READERS = frozenset({"load_dotenv", "dotenv_values", "read_env", "Env"})


@need
def a_dotenv_file(asked: Asked) -> Iterator[Need]:
    """Only where a variable is missing: otherwise the program does without."""
    project = asked.situation.project
    if project.exists(_NAME) or not any(found.words.get("variable") for found in asked.found):
        return
    for path in project.python_files:
        line = _reading(project.tree(path))
        if line is not None:
            place = project.place(path, line)
            because = Evidence(path=place.path, line=place.line, reason="reads it")
            hint = "Write one and pass --env-file .env to `dockerize-ml run`; it stays out of the image."
            yield Need(f"reads `{_NAME}`, which is not in the folder", because, hint)
            return


def _reading(tree: ast.Module | None) -> int | None:
    """The line that reads it: ``load_dotenv()``, ``env_file=".env"``."""
    for node in ast.walk(tree) if tree else ():
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), lineno=line) if name in _READERS:
                return line
            case ast.keyword(arg="env_file", value=ast.Constant(), lineno=line):
                return line
    return None
