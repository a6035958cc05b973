"""``setup.cfg``: what setuptools was told before ``pyproject.toml``."""

import configparser
from collections.abc import Iterator

from dockerize_ml.errors import ManifestError
from dockerize_ml.manifests.collector import Collector
from dockerize_ml.manifests.formats.setup_py import console_scripts
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.manifests.setup_script import Found
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project


@reader("setup-cfg", files=("setup.cfg",), precedence=36)
def read_setup_cfg(project: Project, path: str) -> Manifest | None:
    """The ``[options]`` of a package; nothing where the file only configures tools."""
    content = project.text(path)
    sections = _sections(content, path)
    options = sections.get("options", {})
    if not options and "metadata" not in sections:
        return None
    lines = _LineFinder(content)
    collector = Collector(project, path)
    collector.add(_list(options.get("install_requires", ""), lines))
    for extra, declared in sections.get("options.extras_require", {}).items():
        collector.add(_list(declared, lines), extra)
    python = options.get("python_requires", "").strip()
    scripts = sections.get("options.entry_points", {}).get("console_scripts", "")
    return Manifest(
        path=path,
        format="setup-cfg",
        manager="setuptools",
        requirements=collector.requirements,
        unusable=collector.unusable,
        python=(python, Place(path, lines.of(python))) if python else None,
        includes=tuple(dict.fromkeys(collector.includes)),
        scripts=dict(console_scripts(list(_list(scripts, lines)))),
    )


def _sections(content: str, path: str) -> dict[str, dict[str, str]]:
    parser = configparser.RawConfigParser(strict=False, allow_no_value=True)
    try:
        parser.read_string(content)
    except configparser.Error as trouble:
        line = getattr(trouble, "lineno", None)
        raise ManifestError(
            path=path,
            line=line if isinstance(line, int) else None,
            reason=f"`{path}` does not follow the form of an INI file.",
            hint="Mend the file.",
        ) from trouble
    return {name: {key: value or "" for key, value in parser[name].items()} for name in parser.sections()}


def _list(declared: str, lines: "_LineFinder") -> Iterator[Found]:
    """The lines of a value; ``file: a.txt, b.txt`` names lists to read."""
    value = declared.strip()
    if value.startswith("file:"):
        for name in value.removeprefix("file:").replace("\n", ",").split(","):
            if name.strip():
                yield Found(name.strip(), lines.of(name.strip()) or 1, is_file=True)
        return
    for line in value.split("\n"):
        text = line.partition(" #")[0].strip()
        if text and not text.startswith("#"):
            yield Found(text, lines.of(text) or 1)


class _LineFinder:
    """Where a value stands, which the INI reader does not tell."""

    def __init__(self, content: str) -> None:
        self._lines: dict[str, int] = {}
        for number, line in enumerate(content.split("\n"), 1):
            value = line.partition(" #")[0].strip()
            for text in (value, value.partition("=")[2].strip(), value.partition("file:")[2].strip()):
                self._lines.setdefault(text, number)

    def of(self, text: str) -> int | None:
        """The first line that is this value."""
        return self._lines.get(text)
