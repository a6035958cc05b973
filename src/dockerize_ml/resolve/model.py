"""What is asked of the resolver, what it answers, and what was changed on the way."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dockerize_ml.facts.model import Fact
from dockerize_ml.project.place import Place
from dockerize_ml.resolve.places import Places

RepairKind = Literal["added", "dropped", "replaced", "bound"]


@dataclass(frozen=True, slots=True)
class Repair:
    """A difference between what the project asks for and what is locked.

    Attributes:
        kind: ``bound``: a limit that only counts where something else asks for the distribution.
        name: the distribution's normalised name; ``--keep NAME`` refuses the repair.
        old: the requirement as the project has it; empty where it is added.
        new: the requirement instead; empty where it is dropped.
        reason: one sentence.
        at: where the project asks for it, or shows that it needs it.
    """

    kind: RepairKind
    name: str
    old: str
    new: str
    reason: str
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """One requirement to resolve.

    Attributes:
        name: normalised.
        text: as uv takes it.
        at: what asks for it.
        is_ours: whether it is for running the image: a version it names is the newest, whatever the time.
        is_advice: whether only we ask for it, so that it goes where it does not fit.
        instead_of: what the project asks for, where the advice is a version of it.
        is_guess: whether nothing but an import shows it, so that it goes where nothing else helps.
    """

    name: str
    text: str
    at: Place | None = None
    is_ours: bool = False
    is_advice: bool = False
    instead_of: str = ""
    is_guess: bool = False


@dataclass(frozen=True, slots=True)
class Apart:
    """A requirement that is installed beside the lock, because it comes from elsewhere; and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """A distribution without a wheel, compiled in the build stage.

    Attributes:
        text: name and version, as a requirements file has them.
        tools_of: the day whose build tools are meant: then both it and the Python were there.
        is_native: whether a compiler is needed.
        in_place: whether it is built beside what it requires, because its setup.py takes that for granted.
        is_whole: whether it brings what it requires, because nobody could read what that is.
        uses_openmp: whether it computes with GCC's library for several processors, which the image then needs.
    """

    text: str
    tools_of: date
    is_native: bool
    in_place: bool = False
    is_whole: bool = False
    uses_openmp: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """All that decides what is locked; the same question has the same answer.

    Attributes:
        asks: the requirements.
        limits: on what they bring along; they count where the answer would be beyond them.
        modules: those that a model file needs, with the file.
        aparts: what cannot be resolved.
        repairs: what was changed before asking.
        pythons: minor versions that come into question, the one to try first in front.
        python: what was found out about it.
        allowed: what the program itself can run on; the order of the two depends on the day.
        is_python_fixed: whether the first of them must not be left.
        as_of: the day whose versions are meant; None for those of today.
        as_of_why: what shows it.
        is_dated: whether anything says as of when; otherwise the newest pin does.
        accelerator: what the image is for.
        kept: names of distributions whose repairs the user refuses.
        imported: names of distributions that the program may import.
        is_freeze: whether the list is of a whole system, not of one program.
        sources: the files that the asks come from.
        places: where packages come from besides the usual index.
        platforms: the machines that the image is for, as Docker calls them.
        torch_index: where PyTorch is to come from; None is its own index, if that answers.
        digest: of all of it that the project and the user decide.
    """

    asks: tuple[Ask, ...]
    limits: tuple[Repair, ...]
    modules: tuple[tuple[str, Place], ...]
    aparts: tuple[Apart, ...]
    repairs: tuple[Repair, ...]
    pythons: tuple[str, ...]
    python: Fact[str]
    allowed: tuple[str, ...]
    is_python_fixed: bool
    as_of: date | None
    as_of_why: str
    is_dated: bool
    accelerator: Literal["cpu", "cuda"]
    kept: frozenset[str]
    imported: frozenset[str]
    is_freeze: bool
    sources: tuple[str, ...]
    places: Places
    platforms: tuple[str, ...]
    torch_index: Literal["own", "general"] | None
    digest: str


@dataclass(frozen=True, slots=True)
class Locked:
    """A distribution in an exact version.

    Attributes:
        text: name, extras and version, as a requirements file has them.
        hashes: ``sha256:…``, one for each file of that version.
        via: what asked for it.
    """

    name: str
    version: str
    text: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]

    @property
    def pin(self) -> str:
        """Name and version alone."""
        return f"{self.name}=={self.version}"


@dataclass(frozen=True, slots=True)
class Lock:
    """What the image installs.

    Attributes:
        python_why: why that version.
        as_of: the day that was resolved for; None for the day of the resolution.
        compiled: what has no wheel.
        kept: names of distributions whose repairs the user refused.
        without: names of distributions that are imported and could not be had.
        platforms: the machines that it is for; empty for the usual one alone.
        options: where its packages come from besides the usual index, as lines.
        is_cut_short: whether the time was over before it was known to lack nothing.
    """

    python: str
    python_why: str
    as_of: date | None
    as_of_why: str
    sources: tuple[str, ...]
    digest: str
    packages: tuple[Locked, ...]
    aparts: tuple[Apart, ...] = ()
    repairs: tuple[Repair, ...] = ()
    compiled: tuple[Compiled, ...] = ()
    kept: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    is_cut_short: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no lock, in plain words, and what can be done about it.

    Attributes:
        is_wished: the user asked for none.
        is_unreachable: an index does not answer.
        as_of: the day that the search was for; None for today, or where days do not count.
        python: the Python of that day.
    """

    reason: str
    hint: str = ""
    is_wished: bool = False
    is_unreachable: bool = False
    python: str = ""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class OwnLock:
    """A lock that the project has from another tool.

    Attributes:
        path: its file.
        hint: how it is made anew.
        stale: why it no longer answers what the project asks for; empty where it does.
    """

    path: str
    hint: str
    stale: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of the wish for a lock.

    Attributes:
        because: why there is one, or why none is needed.
        text: of ``requirements.lock``; None where there is none.
        lock: what was resolved just now; None where an earlier lock still holds.
        failure: why it could not be made.
        own: the project's own, which makes one of ours needless.
        is_torch_general: whether PyTorch has to come from the general index, because its own does not answer.
    """

    because: str
    text: str | None = None
    lock: Lock | None = None
    failure: Failure | None = None
    own: OwnLock | None = None
    is_torch_general: bool = False

    @property
    def is_fresh(self) -> bool:
        """Whether the lock that is there answers the question already."""
        if self.own is not None:
            return not self.own.stale
        return self.text is not None and self.lock is None
