"""What makes the tables of a program's database before it serves."""

import re
import shlex
from collections.abc import Sequence
from typing import NamedTuple

from dockerize_ml.facts.model import Evidence
from dockerize_ml.facts.outside import OwnDatabase, TableMaker
from dockerize_ml.facts.program import Program
from dockerize_ml.plan.installers.registry import SOURCE

# How many folders deep a program may keep its file of SQLite.
_DEPTH = 4
_NAME = re.compile(r"[A-Za-z_]\w*")


class TableMaking(NamedTuple):
    """It.

    Attributes:
        line: for a shell, without what follows it.
        because: where the project says so.
        file: the name of the database's file, where the tables are made for it alone; else empty.
    """

    line: str
    because: Evidence
    file: str = ""


def table_making(program: Program, makers: Sequence[TableMaker]) -> TableMaking | None:
    """What running the program's file does, else the project's own commands where the database is a file of its own.

    A command that would begin anew is run only while that file is not there, and none where a variable names another
    database.
    """
    if program.before:
        return TableMaking(shlex.join(program.before), program.before_because[0])
    own = makers[0].own if makers else None
    if own is None:
        return None
    commands = [_command(maker) for maker in makers]
    line = commands[0] if len(commands) == 1 else f"{{ {'; '.join(commands)}; }}"
    told = "".join(f"${name}" for name in own.unless if _NAME.fullmatch(name))
    found = "" if all(maker.is_harmless for maker in makers) else _found(own)
    if own.only:
        name, value = own.only
        unfound = f'[ -z "{found}" ] && ' if found else ""
        return TableMaking(f'[ "${name}" = {shlex.quote(value)} ] && {unfound}{line}', makers[0].evidence, own.name)
    guard = f'[ -n "{told}{found}" ] || ' if told or found else ""
    return TableMaking(f"{guard}{line}", makers[0].evidence, own.name)


def _command(maker: TableMaker) -> str:
    given = [f"{name}={shlex.quote(value)}" for name, value in maker.variables]
    return " ".join((*given, shlex.join(maker.words)))


def _found(own: OwnDatabase) -> str:
    folders = shlex.join((SOURCE, *own.folders))
    return f"$(find {folders} -maxdepth {_DEPTH} -name {shlex.quote(own.name)} -size +0 2>/dev/null)"
