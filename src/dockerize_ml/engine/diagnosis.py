"""What a log's last words mean, and what to do about it."""

from dockerize_ml.knowledge.build_failures import When, failures
from dockerize_ml.knowledge.imports import distribution_of
from dockerize_ml.knowledge.libraries import library_owner


def diagnosis(when: When, log: str, release: str = "bookworm") -> str:
    """The known cause that a log tells of, in a sentence or two; empty where none is known.

    Args:
        when: whether an image was built or a container started.
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
        return f"{failure.meaning.format_map(words)} {failure.remedy.format_map(words)}"
    return ""


def _package(library: str, release: str) -> dict[str, str]:
    return {"package": library_owner(library, release) or f"the Debian package that has {library}"}
