"""An issue as Code Climate has it, which GitLab took over."""

from collections.abc import Mapping
from typing import Final

from dockerize_ml.lint.finding import Finding, Level
from dockerize_ml.report.json_text import Json

SEVERITIES: Final[Mapping[Level, str]] = {
    Level.ERROR: "critical",
    Level.WARNING: "major",
    Level.INFO: "minor",
    Level.STYLE: "info",
}


def issue(finding: Finding, fingerprint: str) -> dict[str, Json]:
    """What both have in common."""
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": f"{finding.code}: {finding.message}",
        "categories": ["Style" if finding.level is Level.STYLE else "Bug Risk"],
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.level],
    }
