"""Debian packages under the names that they have in the release of the image."""

import re
from collections.abc import Iterable, Iterator

from dockerize_ml.facts.model import Facts
from dockerize_ml.knowledge.apt_names import folders_needed
from dockerize_ml.knowledge.debian import package_name
from dockerize_ml.plan.model import SystemPackages
from dockerize_ml.plan.reasons import package_reasons


def apt_install(facts: Facts, needed: Iterable[str], asked: Iterable[str], release: str) -> Iterator[SystemPackages]:
    """One step for what the facts ask for, which speak in bookworm's names, and for what the user asks for.

    A package that the release does not have is left out.
    """
    names = {name: package_name(name, release) for name in needed}
    packages = tuple(dict.fromkeys((*filter(None, names.values()), *asked)))
    if packages:
        reasons = package_reasons(facts.system_packages, (*(name for name in names if names[name]), *asked))
        folders = folders_needed(packages)
        why = (*(_renamed(reason, names) for reason in reasons), *map(_made, folders))
        yield SystemPackages(packages=packages, folders=folders, why=why)


def _made(folder: str) -> str:
    return f"{folder} is made, because packages link into it and slim images leave it out."


def _renamed(reason: str, names: dict[str, str]) -> str:
    """The reason with the names that stand in the instruction below it."""
    return re.sub(r"[a-z0-9][a-z0-9.+-]+", lambda word: names.get(word[0]) or word[0], reason)
