"""Whether BuildKit can read the Dockerfile at all."""

from collections.abc import Iterator

from dockerize_ml.engine.check import Check
from dockerize_ml.validation.registry import Subject, check


@check
def syntax(subject: Subject) -> Iterator[Check]:
    """Every problem of the language is a row of its own."""
    name = "the Dockerfile can be read"
    if not subject.dockerfile.problems:
        yield Check(name, "ok", f"{len(subject.dockerfile.instructions)} instructions")
    for problem in subject.dockerfile.problems:
        line = subject.dockerfile.position(problem.span.start).line
        yield Check(name, "failed", f"line {line}: {problem.message}", hint=problem.hint)
