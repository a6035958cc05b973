"""Console scripts as setuptools is told of them."""

from collections.abc import Iterable, Iterator

from dockerize_ml.manifests.found import Found


def console_scripts(declared: Iterable[Found]) -> Iterator[tuple[str, str]]:
    """``name = module:object`` lines, those of other sections than ``[console_scripts]`` passed over."""
    section = "console_scripts"
    for found in declared:
        if found.text.startswith("["):
            section = found.text.strip("[] ")
        name, equals, target = found.text.partition("=")
        if equals and section == "console_scripts" and ":" in target:
            yield name.strip(), target.partition("[")[0].strip()
