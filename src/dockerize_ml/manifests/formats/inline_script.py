"""Inline script metadata (PEP 723): a script that lists its own dependencies."""

import re

from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest, Requirement, Unusable
from dockerize_ml.manifests.requirement_line import read_requirement
from dockerize_ml.project.masking import masked
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.project.shape import below, mapping, sequence, text, texts
from dockerize_ml.project.toml_reading import read_toml

_BLOCK = re.compile(r"^# /// script[ \t]*\n(?P<content>(?:#(?:| .*)\n)+?)# ///[ \t]*$", re.MULTILINE)
# Such scripts lie near the root; looking into every file of a large package would cost more than it finds.
_DEEPEST = 2


def is_near_root(path: str) -> bool:
    """Whether a path is that of a Python file near the root."""
    return path.endswith(".py") and path.count("/") <= _DEEPEST


@reader("script", files=is_near_root, suffixes=("py",), precedence=70)
def read_inline_script(project: Project, path: str) -> Manifest | None:
    """The ``# /// script`` block of a script."""
    content = project.text(path)
    block = _BLOCK.search(content) if "# /// script" in content else None
    if block is None:
        return None
    above = content.count("\n", 0, block.start("content"))
    lines = [line.removeprefix("#").removeprefix(" ") for line in block["content"].split("\n")]
    data = read_toml("\n".join(lines), shown=path)
    entries = [
        entry
        for declared in texts(data.get("dependencies"))
        for entry in read_requirement(declared, Place(path, _line(lines, declared, above)))
    ]
    constraint = text(data.get("requires-python"))
    return Manifest(
        path=path,
        format="script",
        manager="uv",
        requirements=tuple(entry for entry in entries if isinstance(entry, Requirement)),
        unusable=tuple(entry for entry in entries if isinstance(entry, Unusable)),
        python=(constraint, Place(path, _line(lines, constraint, above))) if constraint else None,
        options=tuple(
            ("--extra-index-url", masked(text(mapping(index).get("url"))))
            for index in sequence(below(data, "tool", "uv", "index"))
            if text(mapping(index).get("url"))
        ),
    )


def _line(lines: list[str], declared: str, above: int) -> int | None:
    return next((above + number for number, line in enumerate(lines, 1) if declared in line), None)
