"""Inline script metadata (PEP 723): a script that lists its own dependencies."""

import re

from dockerize_ml.manifests.line_of import Lines
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
    # Comment marks become nothing but keep their lines, so that places in the block are places in the script.
    inside = [line.removeprefix("#").removeprefix(" ") for line in block["content"].split("\n")]
    toml = "\n" * content.count("\n", 0, block.start("content")) + "\n".join(inside)
    data, lines = read_toml(toml, shown=path), Lines(toml)
    entries = [
        entry
        for declared in texts(data.get("dependencies"))
        for entry in read_requirement(declared, Place(path, lines.of_text("", declared)))
    ]
    constraint = text(data.get("requires-python"))
    return Manifest(
        path=path,
        format="script",
        manager="uv",
        requirements=tuple(entry for entry in entries if isinstance(entry, Requirement)),
        unusable=tuple(entry for entry in entries if isinstance(entry, Unusable)),
        python=(constraint, Place(path, lines.of_key("", "requires-python"))) if constraint else None,
        options=tuple(
            ("--extra-index-url", masked(text(mapping(index).get("url"))))
            for index in sequence(below(data, "tool", "uv", "index"))
            if text(mapping(index).get("url"))
        ),
    )
