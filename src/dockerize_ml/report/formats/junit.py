"""``lint --format junit``: each finding as a failed test case."""

from collections.abc import Iterator, Sequence

from dockerize_ml.errors import DockerizeError
from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.format import lint_format
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.xml_text import HEAD, attributes, content


@lint_format("junit", "JUnit's XML, for build servers that show test results.")
def show(findings: Sequence[Finding], report: LintReport) -> str:
    """A suite per file; a clean file has one case that passed, an unreadable one a case with an error."""
    suites = [_suite(file, found) for file, found in report.by_file(findings)]
    suites += [_unread(trouble) for trouble in report.unread]
    cases = sum(max(1, len(found)) for _, found in report.by_file(findings)) + len(report.unread)
    told = attributes(name="dockerize-ml", tests=cases, failures=len(findings), errors=len(report.unread))
    return f"{HEAD}<testsuites{told}>\n{''.join(suites)}</testsuites>\n"


def _suite(file: str, findings: Sequence[Finding]) -> str:
    told = attributes(name=file, tests=max(1, len(findings)), failures=len(findings), errors=0)
    passed = f"    <testcase{attributes(name='lint', classname=file)}/>\n"
    return f"  <testsuite{told}>\n{''.join(_cases(findings)) or passed}  </testsuite>\n"


def _cases(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        place = f"{finding.line}:{finding.column}"
        case = attributes(name=f"{finding.code} at {place}", classname=finding.file)
        failure = attributes(message=finding.message, type=f"{finding.level} {finding.code}")
        text = content(f"{finding.file}:{place} {finding.level} {finding.code} {finding.message}")
        yield f"    <testcase{case}>\n      <failure{failure}>{text}</failure>\n    </testcase>\n"


def _unread(trouble: DockerizeError) -> str:
    file = trouble.path or "unknown"
    suite = attributes(name=file, tests=1, failures=0, errors=1)
    error = attributes(message=trouble.reason, type=type(trouble).__name__)
    case = attributes(name="read", classname=file)
    return (
        f"  <testsuite{suite}>\n    <testcase{case}>\n"
        f"      <error{error}>{content(trouble.hint)}</error>\n    </testcase>\n  </testsuite>\n"
    )
