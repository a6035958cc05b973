"""``lint --format statistics``: how often each rule found something."""

from collections import Counter
from collections.abc import Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.safe import safe


@lint_format("statistics", "One line per rule: how often it found something, the most frequent first.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """Count, code, level, name, and how many of them can be fixed."""
    counts = Counter(finding.code for finding in findings)
    fixable = Counter(finding.code for finding in findings if finding.fix is not None)
    cards = {finding.code: finding for finding in findings}
    digits = len(f"{max(counts.values(), default=0):,}")
    rows = []
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        card = cards[code]
        label = report.screen.paint(f"{code:<7} {card.level:<7}", card.level.value)
        fixes = report.screen.paint(f"  {fixable[code]:,} fixable", "ok") if fixable[code] else ""
        rows.append(f"{count:>{digits},}  {label}  {safe(card.name)}{fixes}\n")
    return "".join(rows)
