"""A file that the program opens and that is not in the folder."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from dockerize_ml.mending.need import Asked, Need, last_line, need
from dockerize_ml.plan.installers.registry import SOURCE
from dockerize_ml.project.project import Project

_EXAMPLE = re.compile(r"[._-]?(?:example|sample|template|tmpl|dist|default)s?[._-]?", re.IGNORECASE)


@need
def a_file(asked: Asked) -> Iterator[Need]:
    """What the log names, with the line that opens it."""
    outside = asked.situation.inspection.outside
    for found in asked.found:
        if found.failure.needs != "file":
            continue
        path = found.words["path"]
        opened = next((each for each in outside.opened if path.endswith(each.path) and not each.exists), None)
        because = opened.evidence if opened else last_line(asked.trouble, "opens it")
        hint = f"Put it into the folder, or mount it: `docker run --volume`, at `{path}`."
        example = _example_of(path.removeprefix(f"{SOURCE}/"), asked.situation.project)
        if example:
            hint = f"`{example}` is an example of it: copy that to `{path}`, and write into it what is yours."
        yield Need(f"opens `{path}`, which is not in the folder", because, hint)


def _example_of(path: str, project: Project) -> str:
    """The file that is there to be copied: ``config.example.yaml`` for ``config.yaml``; empty where there is none."""
    wanted = _bare(path)
    others = (each for each in project.files if _EXAMPLE.search(PurePosixPath(each).name))
    return next((each for each in others if _bare(_EXAMPLE.sub(".", each)) == wanted), "")


def _bare(path: str) -> tuple[str, ...]:
    """The parts of a name, whatever is between them; of a path that is relative to another folder only the name."""
    return tuple(part for part in re.split(r"[._-]", PurePosixPath(path).name.lower()) if part)
