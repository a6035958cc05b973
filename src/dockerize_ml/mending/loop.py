"""The rounds of mending: find the trouble, change one thing, try again, keep what got further."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from dockerize_ml import pipeline
from dockerize_ml.config import FILE
from dockerize_ml.errors import DockerizeError, OverwriteError, ProjectError
from dockerize_ml.manifests.lock_header import NAME as LOCK
from dockerize_ml.mending.attempt import Bench, attempt, installed
from dockerize_ml.mending.change import Change, Setting
from dockerize_ml.mending.draft import Draft
from dockerize_ml.mending.need import Need, needs_of
from dockerize_ml.mending.registry import Situation, changes_for
from dockerize_ml.mending.remedies.missing_library import for_libraries
from dockerize_ml.mending.settings_text import with_change
from dockerize_ml.mending.trouble import BUILDING, Trouble
from dockerize_ml.project.reading import read_text
from dockerize_ml.resolve.history import History
from dockerize_ml.resolve.index import index_history
from dockerize_ml.resolve.releases import OLDEST
from dockerize_ml.resolve.resolve import Wish

MOST_ROUNDS = 5
_LIMIT = 5_000_000
# A change of one of these means another set of versions.
_RESOLVED: frozenset[Setting] = frozenset({"requirements", "python", "as-of"})

Outcome = Literal["trying", "mended", "further", "undone"]


@dataclass(frozen=True, slots=True)
class Step:
    """What a round did.

    Attributes:
        number: of the round, from 1.
        trouble: what it set out from.
        change: what it tried.
        outcome: ``trying`` when it begins; then how it ended.
        after: the trouble that was left, or why the change could not be made; empty where nothing is left.
    """

    number: int
    trouble: Trouble
    change: Change
    outcome: Outcome
    after: str = ""


@dataclass
class Mending:
    """One run of it.

    Attributes:
        bench: where attempts are made.
        trouble: what is left; None where all is well.
        installed: the distributions, and their versions, in the image that has this trouble.
        needs: what the program needs from outside, once the rounds are over.
    """

    bench: Bench
    trouble: Trouble | None = None
    installed: dict[str, str] = field(default_factory=dict)
    needs: tuple[Need, ...] = ()

    def rounds(self) -> Iterator[Step]:
        """Try at most five times; afterwards ``trouble`` and ``needs`` say what is left.

        Raises:
            OverwriteError: the Dockerfile is not the one that ``init`` writes.
            DockerizeError: as building and inspecting do.
        """
        facts = self._standing().inspection.facts
        as_of = date.fromisoformat(facts.as_of.value) if facts.as_of.value else None
        self._go_on_from(attempt(self.bench))
        draft = Draft(self.bench.root)
        with index_history(as_of, facts.python.value or OLDEST) as history, ExitStack() as leaving:
            leaving.callback(draft.undo)
            yield from self._tried(draft, history)
            if self.trouble is not None:
                self.needs = needs_of(self.trouble, self._situation(history))

    def _tried(self, draft: Draft, history: History) -> Iterator[Step]:
        seen = {self.trouble.reason} if self.trouble else set()
        tried: set[Change] = set()
        for number in range(1, MOST_ROUNDS + 1):
            trouble = self.trouble
            change = self._next_change(trouble, tried, history) if trouble else None
            if trouble is None or change is None:
                return
            tried.add(change)
            step = Step(number, trouble, change, "trying")
            yield step
            yield self._round(step, draft, seen)

    def _standing(self) -> pipeline.Generated:
        """What ``init`` would write, if that is what stands there.

        Raises:
            OverwriteError: it is something else.
        """
        made = pipeline.generate(self.bench.root, wish=Wish(offline=True))
        if made.files.dockerfile == read_text(self.bench.root / "Dockerfile", shown="Dockerfile", limit=_LIMIT):
            return made
        raise OverwriteError(
            path="Dockerfile",
            reason="The Dockerfile is not the one that `init` writes, and mending would replace it.",
            hint=f"Run `dockerize-ml init` first, which keeps the old one; write its options into `{FILE}`.",
        )

    def _go_on_from(self, trouble: Trouble | None) -> None:
        """Take the trouble of the image that was just built for the one to mend."""
        self.trouble = trouble
        is_built = trouble is not None and trouble.reach.stage != BUILDING
        self.installed = installed(self.bench) if is_built else {}

    def _situation(self, history: History) -> Situation:
        root = self.bench.root
        return Situation(pipeline.open_project(root), pipeline.inspect(root), self.installed, history)

    def _next_change(self, trouble: Trouble, tried: set[Change], history: History) -> Change | None:
        """The likeliest that was not tried yet; what is known of the image's libraries goes before the log."""
        known = (change for change in for_libraries(trouble.missing) if change not in tried)
        told = changes_for(trouble, self._situation(history))
        return next(known, None) or next((change for change in told if change not in tried), None)

    def _apply(self, change: Change, draft: Draft) -> None:
        """Write the settings with the change, and what follows from them."""
        root = self.bench.root
        name = pipeline.settings_file(root)
        draft.write(name, with_change(draft.read(name) or "", name, change))
        made = self.bench.generate()
        failure = made.lock.failure if made.lock is not None else None
        # Without a lock before, the plain list and the change on top of it may still do.
        if failure is not None and change.setting in _RESOLVED and (root / LOCK).is_file():
            raise ProjectError(reason=failure.reason, hint=failure.hint)
        draft.write("Dockerfile", made.files.dockerfile)
        draft.write(".dockerignore", made.files.dockerignore)
        if made.lock is not None and made.lock.text is not None:
            draft.write(LOCK, made.lock.text)

    def _round(self, step: Step, draft: Draft, seen: set[str]) -> Step:
        """Make the change and see what comes of it."""
        try:
            self._apply(step.change, draft)
            left = attempt(self.bench)
        except DockerizeError as error:
            draft.undo()
            return replace(step, outcome="undone", after=error.reason)
        if left is not None and not _is_further(left, step.trouble, seen):
            draft.undo()
            return replace(step, outcome="undone", after=left.reason)
        draft.keep()
        self._go_on_from(left)
        if left is None:
            return replace(step, outcome="mended")
        seen.add(left.reason)
        return replace(step, outcome="further", after=left.reason)


def _is_further(now: Trouble, before: Trouble, seen: set[str]) -> bool:
    """Whether it came further than before: to a later place, or at the same one to something new."""
    return before.is_behind(now) or (before.is_level_with(now) and now.reason not in seen)
