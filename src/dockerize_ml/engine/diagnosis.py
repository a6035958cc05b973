"""What a log's last words mean, and what to do about it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dockerize_ml.engine.last_words import TRACEBACK
from dockerize_ml.knowledge.build_failures import Failure, When, failures
from dockerize_ml.knowledge.imports import distribution_of
from dockerize_ml.knowledge.libraries import library_owner

_TRACEBACK = re.compile(rf"^.*{re.escape(TRACEBACK)}:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A known failure found in a log.

    Attributes:
        words: the pattern's named groups, and what they lead to: a module's distribution, a library's package.
        text: the part of the log that was searched: from a traceback's beginning on, or all of it.
    """

    failure: Failure
    words: Mapping[str, str]
    text: str

    @property
    def meaning(self) -> str:
        """What happened, in a sentence."""
        return self.failure.meaning.format_map(self.words)

    @property
    def remedy(self) -> str:
        """What a person does about it."""
        return self.failure.remedy.format_map(self.words)


def known_failure(when: When, log: str, release: str = "bookworm") -> Diagnosis | None:
    """The known cause that a log tells of, or None.

    Args:
        when: whether an image was built, a container started, or the engine asked for something.
        log: its end.
        release: the Debian release whose package names are told.
    """
    return next(_found(when, log, release), None)


def diagnosis(when: When, log: str, release: str = "bookworm") -> str:
    """The same as one text; empty where no cause is known."""
    known = known_failure(when, log, release)
    return f"{known.meaning} {known.remedy}" if known else ""


def diagnoses(when: When, log: str, release: str = "bookworm") -> Iterator[Diagnosis]:
    """Every known failure that a log tells of, those of its last traceback first: that is what ended the program."""
    seen: set[tuple[Failure, str]] = set()
    starts = [match.start() for match in _TRACEBACK.finditer(log)]
    for part in (*(log[start:] for start in reversed(starts)), log):
        for found in _found(when, part, release):
            key = (found.failure, str(dict(found.words)))
            if key not in seen:
                seen.add(key)
                yield found


def _found(when: When, log: str, release: str) -> Iterator[Diagnosis]:
    for failure in failures(when):
        match = failure.pattern.search(log)
        if match is None:
            continue
        words: dict[str, str] = {}
        for name, value in match.groupdict().items():
            words[name.rstrip("23")] = words.get(name.rstrip("23")) or value or ""
        words |= {"distribution": distribution_of(words["module"])} if "module" in words else {}
        words |= _package(words["library"], release) if "library" in words else {}
        yield Diagnosis(failure, words, log)


def _package(library: str, release: str) -> dict[str, str]:
    return {"package": library_owner(library, release) or f"the Debian package that has {library}"}
