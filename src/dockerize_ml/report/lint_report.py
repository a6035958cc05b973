"""What a lint format needs to know beside the findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from dockerize_ml.errors import DockerizeError
from dockerize_ml.lint.finding import Finding, Level
from dockerize_ml.report.screen import PLAIN, Screen
from dockerize_ml.report.source import Source


class RuleDoc(Protocol):
    """A rule as its page shows it; texts are plain sentences with code in backticks."""

    @property
    def code(self) -> str:
        """Stable: ``DL3042``."""

    @property
    def name(self) -> str:
        """In words: ``no-pip-cache``."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """What else it is called, by BuildKit for one."""

    @property
    def level(self) -> Level:
        """How much it matters."""

    @property
    def presets(self) -> tuple[str, ...]:
        """The sets of rules that it belongs to."""

    @property
    def title(self) -> str:
        """One sentence that says what it asks for."""

    @property
    def why(self) -> str:
        """What goes wrong otherwise; paragraphs have a blank line between."""

    @property
    def before(self) -> str:
        """A Dockerfile that it finds fault with."""

    @property
    def after(self) -> str:
        """The same Dockerfile, mended."""

    @property
    def differs(self) -> str:
        """What it does otherwise than the tool that the code is from; may be empty."""


def _no_rule(code: str) -> RuleDoc | None:  # noqa: ARG001 - the look-up of a run whose rules have no pages
    return None


@dataclass(frozen=True)
class LintReport:
    """One run of the linter.

    Attributes:
        version: of this program.
        texts: every file that was linted, the clean ones too, and its text.
        rule: a code's rule; None for a code whose page we do not have (ShellCheck's).
        unread: the files that could not be linted, and why.
        screen: what the output can show.
        quiet: leave out what is not a finding.
    """

    version: str
    texts: Mapping[str, str]
    rule: Callable[[str], RuleDoc | None] = _no_rule
    unread: tuple[DockerizeError, ...] = ()
    screen: Screen = field(default=PLAIN)
    quiet: bool = False

    def source(self, file: str) -> Source:
        """A linted file's text, empty where we have none."""
        return self._sources.setdefault(file, Source(self.texts.get(file, "")))

    def by_file(self, findings: Iterable[Finding]) -> Iterator[tuple[str, list[Finding]]]:
        """Every linted file, also the clean ones, with what was found in it."""
        found: dict[str, list[Finding]] = {file: [] for file in self.texts}
        for finding in findings:
            found.setdefault(finding.file, []).append(finding)
        yield from found.items()

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {}
