"""A finding in one line."""

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen


def place_of(finding: Finding) -> str:
    """Where it begins, as a terminal makes it a link: ``Dockerfile:4:5``."""
    return f"{safe(finding.file)}:{finding.line}:{finding.column}"


def headline(finding: Finding, screen: Screen) -> str:
    """``Dockerfile:4:5 warning DL3042 message``."""
    place = screen.paint(place_of(finding), "bold")
    level = screen.paint(f"{finding.level} {finding.code}", finding.level.value)
    return f"{place} {level} {screen.code(safe(finding.message))}"
