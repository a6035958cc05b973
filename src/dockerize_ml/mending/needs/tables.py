"""The tables of the program's database, which a command of the project makes."""

import shlex
from collections.abc import Iterator

from dockerize_ml.mending.need import Asked, Need, need


@need
def tables(asked: Asked) -> Iterator[Need]:
    """The project's own command, where the log names a table that is not there."""
    if not any("table" in found.words for found in asked.found):
        return
    for maker in asked.situation.inspection.outside.tables:
        given = "".join(f"--env {name}={shlex.quote(value)} " for name, value in maker.variables)
        command = shlex.join(maker.words)
        hint = f"Run it once, with the volume or the database of the program: `docker run --rm {given}IMAGE {command}`."
        yield Need(f"needs the tables that `{command}` makes", maker.evidence, hint)
