"""Read the dependencies that pixi declares, of conda's and of the index's, as the index has them."""

from collections.abc import Iterator

from dockerize_ml.manifests.conda_names import distribution_for
from dockerize_ml.manifests.conda_spec import CondaSpec, read_spec
from dockerize_ml.manifests.line_of import Lines
from dockerize_ml.manifests.poetry import declared_entry
from dockerize_ml.manifests.requirement import Requirement
from dockerize_ml.manifests.requirement_line import Entry
from dockerize_ml.project.place import Place
from dockerize_ml.project.shape import below, mapping, text

# Those of the machines that an image is for; features belong to environments that have to be asked for.
_TARGETS = ((), ("target", "unix"), ("target", "linux"), ("target", "linux-64"))
_THEMSELVES = frozenset({"python", "pip"})


def pixi_entries(pixi: dict[str, object], path: str, lines: Lines, prefix: str = "") -> Iterator[Entry]:
    """What the default environment takes and the index of Python has.

    Args:
        pixi: pixi's table.
        path: of the file.
        lines: of the file.
        prefix: of the table's sections, as ``tool.pixi.``.
    """
    for section, name, declared in _declared(pixi, "dependencies"):
        spec = _spec(name, declared)
        distribution = distribution_for(name)
        if spec is not None and distribution is not None and distribution not in _THEMSELVES:
            yield Requirement(distribution, spec.specifier, Place(path, lines.of_key(prefix + section, name)))
    for section, name, declared in _declared(pixi, "pypi-dependencies"):
        table = mapping(declared)
        # The project itself is installed, or run from its folder, in any case.
        if text(table.get("path")) not in {".", "./"}:
            at = Place(path, lines.of_key(prefix + section, name))
            yield from declared_entry(name, text(declared), table, at)


def pixi_natives(pixi: dict[str, object], path: str, lines: Lines) -> Iterator[Requirement]:
    """What only conda has.

    Args:
        pixi: pixi's table.
        path: of the file.
        lines: of the file.
    """
    for section, name, declared in _declared(pixi, "dependencies"):
        spec = _spec(name, declared)
        if spec is not None and distribution_for(name) is None:
            yield Requirement(name.lower(), spec.specifier, Place(path, lines.of_key(section, name)))


def _declared(pixi: dict[str, object], kind: str) -> Iterator[tuple[str, str, object]]:
    """Each dependency with its section and its name."""
    for target in _TARGETS:
        for name, declared in mapping(below(pixi, *target, kind)).items():
            yield ".".join((*target, kind)), name, declared


def _spec(name: str, declared: object) -> CondaSpec | None:
    return read_spec(f"{name} {text(declared) or text(mapping(declared).get('version'))}".removesuffix(" *"))
