"""Applies fixes until nothing is left to mend, and takes back whatever would do harm."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dockerize_ml.dockerfile import parse
from dockerize_ml.lint.runner import lint
from dockerize_ml.lint.settings import Settings
from dockerize_ml.lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from dockerize_ml.dockerfile import Dockerfile
    from dockerize_ml.lint.finding import Edit, Finding

    _Outcome = tuple[str, list[Finding]]

ROUNDS = 20
_DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class FixResult:
    """What became of a text.

    Attributes:
        text: the text with every fix that held.
        applied: the findings that were mended, in the order of mending.
        discarded: the findings whose fix would have broken something or brought another finding, once each.
        remaining: what lint still has to say.
    """

    text: str
    applied: tuple[Finding, ...]
    discarded: tuple[Finding, ...]
    remaining: tuple[Finding, ...]


def fix(  # noqa: PLR0913 - a text and all that surrounds it
    text: str,
    settings: Settings = _DEFAULT,
    *,
    unsafe: bool = False,
    name: str = "Dockerfile",
    folder: Path | None = None,
    project: Path | None = None,
) -> FixResult:
    """Mend what can be mended; with ``unsafe`` also where the image may change.

    Each round applies the fixes that do not touch one another. It has to leave a file that parses no worse, with the
    same stages and heredocs and without a kind of finding that was not there before. If it does not, those at fault are
    looked for and left out.
    """
    mending = _Mending(text, lambda changed: lint([Source(name, changed, folder, project)], settings))
    for _ in range(ROUNDS):
        batch = list(_apart(mending.wanted(unsafe=unsafe)))
        if not batch:
            break
        mending.mend(batch)
    return FixResult(mending.text, tuple(mending.applied), tuple(mending.discarded.values()), tuple(mending.findings))


class _Mending:
    """A text on its way, and what became of its findings."""

    def __init__(self, text: str, lint_text: Callable[[str], list[Finding]]) -> None:
        self.text = text
        self.findings = lint_text(text)
        self.applied: list[Finding] = []
        self.discarded: dict[tuple[str, str], Finding] = {}
        self._lint = lint_text

    def wanted(self, *, unsafe: bool) -> list[Finding]:
        """The findings that can be mended and were not given up."""
        found = (each for each in self.findings if each.fix and (each.fix.safe or unsafe))
        return [each for each in found if _key(each) not in self.discarded]

    def mend(self, batch: list[Finding]) -> None:
        """Mend all that can be mended together without harm."""
        kept, (text, findings) = self._harmless([], (self.text, self.findings), batch)
        if kept:
            self.text, self.findings = text, findings
            self.applied += kept
            self.discarded.clear()  # what did harm before may hold in the new text

    def _harmless(self, kept: list[Finding], outcome: _Outcome, batch: list[Finding]) -> tuple[list[Finding], _Outcome]:
        """``kept`` and those of ``batch`` that hold together with it, found by halving; and what they come to."""
        whole = [*kept, *batch]
        text = apply(self.text, (edit for finding in whole if finding.fix for edit in finding.fix.edits))
        findings = self._lint(text)
        if _helps(whole, self.findings, findings) and _is_better(self.text, text, self.findings, findings):
            return whole, (text, findings)
        if len(batch) == 1:
            self.discarded[_key(batch[0])] = batch[0]
            return kept, outcome
        middle = len(batch) // 2
        return self._harmless(*self._harmless(kept, outcome, batch[:middle]), batch[middle:])


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Carry out edits that do not overlap; new lines get the ending that the file has."""
    newline = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text.replace("\n", newline) + text[edit.span.end :]
    return text


def _apart(findings: list[Finding]) -> Iterator[Finding]:
    """Those whose edits touch no edit of an earlier one."""
    taken: list[tuple[int, int]] = []
    for finding in findings:
        spans = [(edit.span.start, edit.span.end) for edit in finding.fix.edits] if finding.fix else []
        if any(start <= end2 and start2 <= end for start, end in spans for start2, end2 in taken):
            continue
        taken += spans
        yield finding


def _helps(mended: list[Finding], old: list[Finding], new: list[Finding]) -> bool:
    """Whether each fix that adds text made its finding go away; what takes text away may uncover the next."""
    before, after = Counter(map(_key, old)), Counter(map(_key, new))
    adding = Counter(_key(finding) for finding in mended if _adds(finding))
    return all(after[key] <= before[key] - times for key, times in adding.items())


def _adds(finding: Finding) -> bool:
    edits = finding.fix.edits if finding.fix else ()
    return sum(len(edit.text) - (edit.span.end - edit.span.start) for edit in edits) > 0


def _is_better(before: str, after: str, old: list[Finding], new: list[Finding]) -> bool:
    """Whether a change changes something and harms nothing."""
    codes = {finding.code for finding in old}
    if before == after or any(finding.code not in codes for finding in new):
        return False
    return _shape(parse(before)) == _shape(parse(after))


def _shape(file: Dockerfile) -> tuple[object, ...]:
    """What no fix may change: the stages and how they build on each other, the heredocs, the errors."""
    stages = tuple((stage.parent, (stage.name or "").lower()) for stage in file.stages)
    bodies = tuple(heredoc.body for instruction in file.instructions for heredoc in instruction.heredocs)
    return stages, bodies, len(file.problems)


def _key(finding: Finding) -> tuple[str, str]:
    """What tells a finding apart when lines have moved."""
    return finding.code, "" if finding.fix is None else repr(
        [edit.text for edit in finding.fix.edits]
    ) + finding.message
