"""``lint --format text``: for people."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dockerize_ml.dockerfile.nodes import Position
from dockerize_ml.lint.finding import Finding, Level
from dockerize_ml.report.excerpt import excerpt
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.headline import headline
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.prose import hanging
from dockerize_ml.report.safe import safe
from dockerize_ml.report.words import counted

INDENT = 5  # as wide as the numbers of the lines


@lint_format("text", "For people: each finding with its lines and a mark under the very words.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """Every finding with its excerpt, then one line that counts them."""
    blocks = ["\n".join(_block(finding, report)) + "\n" for finding in findings]
    if report.texts and not report.quiet:
        blocks.append("\n".join(hanging(_summary(findings, report), report.screen, 0)) + "\n")
    return "\n".join(blocks)


def _block(finding: Finding, report: LintReport) -> Iterator[str]:
    screen = report.screen
    yield from hanging(headline(finding, screen), screen, INDENT)
    start, end = Position(finding.line, finding.column), Position(finding.end_line, finding.end_column)
    yield from excerpt(report.source(finding.file), start, end, screen, finding.level.value)
    if finding.fix is None:
        return
    label = "fix" if finding.fix.safe else "fix (unsafe)"
    yield f"{' ' * INDENT}{screen.paint(f'{label}:', 'ok')} {screen.code(safe(finding.fix.title))}"


def _summary(findings: Sequence[Finding], report: LintReport) -> str:
    screen = report.screen
    files = counted(len(report.texts), "file")
    if not findings:
        return f"{screen.paint(screen.sign('ok'), 'ok')} Nothing found in {files}."
    by_level = Counter(finding.level for finding in findings)
    counts = ", ".join(screen.paint(_count(level, by_level[level]), level.value) for level in Level if by_level[level])
    touched = len({finding.file for finding in findings})
    where = files if touched == len(report.texts) else f"{touched} of {files}"
    return f"Found {counts} in {where}.{_fixable(findings, report)}"


def _count(level: Level, number: int) -> str:
    """``2 warnings``, but ``2 info``."""
    return counted(number, level) if level in {Level.ERROR, Level.WARNING} else f"{number:,} {level}"


def _fixable(findings: Sequence[Finding], report: LintReport) -> str:
    safely = sum(finding.fix is not None and finding.fix.safe for finding in findings)
    unsafely = sum(finding.fix is not None and not finding.fix.safe for finding in findings)
    screen = report.screen
    match safely, unsafely:
        case 0, 0:
            return ""
        case 0, _:
            return screen.code(f" {unsafely} fixable with `--fix --unsafe-fixes`.")
        case _, 0:
            return screen.code(f" {safely} fixable with `--fix`.")
        case _:
            return screen.code(f" {safely} fixable with `--fix`, {unsafely} more with `--unsafe-fixes`.")
