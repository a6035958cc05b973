"""Whether the linter is content."""

from collections.abc import Iterator

from dockerize_ml.engine.check import Check
from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.runner import lint
from dockerize_ml.lint.source import Source
from dockerize_ml.validation.registry import Subject, check

_GRAVE = frozenset({Level.ERROR, Level.WARNING})


@check
def findings(subject: Subject) -> Iterator[Check]:
    """Errors and warnings fail; what is only advice is counted."""
    found = lint([Source("Dockerfile", subject.dockerfile.text, subject.folder, subject.folder)])
    grave = [finding for finding in found if finding.level in _GRAVE]
    if not grave:
        advice = f"{len(found)} pieces of advice: `dockerize-ml lint`" if found else "no findings"
        yield Check("the linter finds no error", "ok", advice)
    for finding in grave:
        place = f"Dockerfile:{finding.line}:{finding.column}"
        hint = f"`dockerize-ml explain {finding.code}` says more."
        yield Check("the linter finds no error", "failed", f"{place} {finding.code} {finding.message}", hint=hint)
