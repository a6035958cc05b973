"""What a log's last words mean, and what to do about it."""

from dataclasses import dataclass

from dockerize_ml.knowledge.build_failures import When, failures
from dockerize_ml.knowledge.imports import distribution_of
from dockerize_ml.knowledge.libraries import library_owner


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A known cause and what mends it, a sentence or two each."""

    meaning: str
    remedy: str


def known_failure(when: When, log: str, release: str = "bookworm") -> Diagnosis | None:
    """The known cause that a log tells of, or None.

    Args:
        when: whether an image was built, a container started, or the engine asked for something.
        log: its end.
        release: the Debian release whose package names are told.
    """
    for failure in failures(when):
        found = failure.pattern.search(log)
        if found is None:
            continue
        words = {name: value or "" for name, value in found.groupdict().items()}
        words |= {"distribution": distribution_of(words["module"])} if "module" in words else {}
        words |= _package(words["library"], release) if "library" in words else {}
        return Diagnosis(failure.meaning.format_map(words), failure.remedy.format_map(words))
    return None


def diagnosis(when: When, log: str, release: str = "bookworm") -> str:
    """The same as one text; empty where no cause is known."""
    known = known_failure(when, log, release)
    return f"{known.meaning} {known.remedy}" if known else ""


def _package(library: str, release: str) -> dict[str, str]:
    return {"package": library_owner(library, release) or f"the Debian package that has {library}"}
