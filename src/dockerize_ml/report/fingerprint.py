"""Knowing a finding again after lines were added above it."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.lint_report import LintReport


def fingerprints(findings: Sequence[Finding], report: LintReport) -> Iterator[str]:
    """One per finding: made of the file, the code, the line's words and how many such there were before it."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        words = " ".join(report.source(finding.file).line(finding.line).split())
        key = (finding.file, finding.code, words)
        seen[key] += 1
        whole = "\0".join((*key, str(seen[key])))
        yield hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
