"""How known failures show in a log, what they mean and what mends them."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, cast

from dockerize_ml.knowledge.table import rows

When = Literal["build", "start", "engine"]
Lack = Literal[
    "variable", "file", "folder", "network", "host", "data", "service", "arguments", "help", "keyboard", "screen"
]


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure: the pattern whose named groups fill the placeholders of all the texts.

    Attributes:
        meaning: what happened.
        remedy: what a person does about it.
        mends: the kind of remedy that mends it without a person, or empty.
        requires: requirements that mend it.
        apt_packages: Debian packages in the image that mend it.
        build_packages: Debian packages in the build stage that mend it.
        env: variables that mend it, ``NAME=VALUE``.
        python: the newest Python with which it does not happen, or empty.
        needs: the kind of what the program lacks and no image can hold, or empty.
        service: the key of the service that it lacks, or empty.
    """

    pattern: re.Pattern[str]
    meaning: str
    remedy: str
    why: str
    source: str
    checked: date
    mends: str = ""
    requires: tuple[str, ...] = ()
    apt_packages: tuple[str, ...] = ()
    build_packages: tuple[str, ...] = ()
    env: tuple[str, ...] = ()
    python: str = ""
    needs: Lack | Literal[""] = ""
    service: str = ""


@lru_cache
def failures(when: When) -> tuple[Failure, ...]:
    """Those of building, of starting, or of asking the engine for anything; the more telling first."""
    return tuple(
        Failure(
            re.compile(row.text("pattern"), re.MULTILINE),
            row.text("meaning"),
            row.text("remedy"),
            row.why,
            row.source,
            row.checked,
            mends=row.text("mends", ""),
            requires=row.texts("requires"),
            apt_packages=row.texts("apt_packages"),
            build_packages=row.texts("build_packages"),
            env=row.texts("env"),
            python=row.text("python", ""),
            needs=cast('Lack | Literal[""]', row.text("needs", "")),
            service=row.text("service", ""),
        )
        for row in rows("build_failures", when)
    )
