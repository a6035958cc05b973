"""A project whose own folder is the package: the image gives the folder that name."""

from collections.abc import Iterator
from posixpath import join

from dockerize_ml.facts.outside import Outside
from dockerize_ml.plan.installers.registry import SOURCE
from dockerize_ml.plan.model import Run, Step
from dockerize_ml.plan.reasons import at
from dockerize_ml.plan.sharing import shared

FOLDER = "/opt/named"


def named_root(outside: Outside) -> Iterator[Step]:
    """A link of the name to the folder, in a folder that Python looks in; nothing where no module says the name."""
    if outside.root_name_because is None:
        return
    told = f"The project's folder is itself the package {outside.root_name} ({at(outside.root_name_because)})."
    yield from shared(
        [
            Run(words=("mkdir", FOLDER), why=(told,)),
            Run(words=("ln", "--symbolic", SOURCE, join(FOLDER, outside.root_name))),
        ]
    )
