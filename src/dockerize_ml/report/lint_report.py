"""What a lint format needs to know beside the findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.errors import DockerizeError
from dockerize_ml.lint.finding import Finding
from dockerize_ml.report.screen import PLAIN, Screen
from dockerize_ml.report.source import Source

if TYPE_CHECKING:
    from dockerize_ml.lint.pages import Page


def _no_rule(code: str) -> "Page | None":  # noqa: ARG001 - the look-up of a run whose rules have no pages
    return None


class LintReport(NamedTuple):
    """One run of the linter.

    Attributes:
        version: of this program.
        texts: every file that was linted, the clean ones too, and its text.
        rule: a code's page; None for a code that is not ours (ShellCheck's).
        unread: the files that could not be linted, and why.
        screen: what the output can show.
        quiet: leave out what is not a finding.
    """

    version: str
    texts: Mapping[str, str]
    rule: "Callable[[str], Page | None]" = _no_rule
    unread: tuple[DockerizeError, ...] = ()
    screen: Screen = PLAIN
    quiet: bool = False

    def source(self, file: str) -> Source:
        """A linted file's text, empty where we have none."""
        return _source(self.texts.get(file, ""))

    def by_file(self, findings: Iterable[Finding]) -> Iterator[tuple[str, list[Finding]]]:
        """Every linted file, also the clean ones, with what was found in it."""
        found: dict[str, list[Finding]] = {file: [] for file in self.texts}
        for finding in findings:
            found.setdefault(finding.file, []).append(finding)
        yield from found.items()


@lru_cache(maxsize=16)
def _source(text: str) -> Source:
    """A text taken apart once, though every finding in it asks."""
    return Source(text)
