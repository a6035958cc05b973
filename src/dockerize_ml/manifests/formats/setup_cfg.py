"""``setup.cfg``: what setuptools was told before ``pyproject.toml``."""

from collections.abc import Iterator

from dockerize_ml.manifests.collector import Collector
from dockerize_ml.manifests.console_scripts import console_scripts
from dockerize_ml.manifests.found import Found
from dockerize_ml.manifests.ini import Section, Value, read_ini
from dockerize_ml.manifests.registry import reader
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project


@reader("setup-cfg", files=("setup.cfg",), precedence=36)
def read_setup_cfg(project: Project, path: str) -> Manifest | None:
    """The ``[options]`` of a package; nothing where the file only configures tools."""
    sections = read_ini(project.text(path))
    options: Section = sections.get("options", {})
    if not options and "metadata" not in sections:
        return None
    collector = Collector(project, path)
    collector.add(_list(options.get("install_requires", [])))
    for extra, declared in sections.get("options.extras_require", {}).items():
        collector.add(_list(declared), extra)
    python = next(iter(options.get("python_requires", [])), None)
    scripts = sections.get("options.entry_points", {}).get("console_scripts", [])
    return Manifest(
        path=path,
        format="setup-cfg",
        manager="setuptools",
        requirements=collector.requirements,
        unusable=collector.unusable,
        python=(python.text, Place(path, python.line)) if python else None,
        includes=tuple(dict.fromkeys(collector.includes)),
        scripts=dict(console_scripts(_list(scripts))),
    )


def _list(declared: list[Value]) -> Iterator[Found]:
    """The lines of a value; ``file: a.txt, b.txt`` names lists to read."""
    is_file = bool(declared) and declared[0].text.startswith("file:")
    for value in declared:
        texts = value.text.removeprefix("file:").split(",") if is_file else [value.text]
        yield from (Found(text.strip(), value.line, is_file=is_file) for text in texts if text.strip())
