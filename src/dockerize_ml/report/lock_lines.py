"""What is said of a lock: that it is needed and why, as of when, for which Python, and every repair."""

from collections.abc import Iterator, Sequence

from dockerize_ml.engine.audit import Audit
from dockerize_ml.knowledge.architectures import USUAL
from dockerize_ml.report.json_text import Json, json_text
from dockerize_ml.report.prose import folded
from dockerize_ml.report.safe import safe
from dockerize_ml.report.screen import Screen
from dockerize_ml.report.written import noted
from dockerize_ml.resolve.lockfile import told
from dockerize_ml.resolve.model import Lock, Repair, Resolution

# So many are named; JSON has them all.
_WORST = 5
# So many sentences that are alike are one.
_MANY = 3
_FILE = " @ file:"


def lock_lines(found: Resolution, screen: Screen, *, with_repairs: bool = True) -> Iterator[str]:
    """What became of the lock; nothing where none is needed."""
    if found.failure is not None and not found.failure.is_wished:
        sentence = screen.said(f"Not locked, though {found.because}: {found.failure.reason}")
        yield from noted(sentence, screen, screen.said(found.failure.hint))
        yield ""
    elif found.own is not None and found.own.stale:
        told = screen.said(f"`{found.own.path}` is stale: {found.own.stale}.")
        yield from noted(told, screen, screen.said(found.own.hint))
        yield ""
    elif found.lock is not None:
        yield screen.paint(screen.said("Locked"), "bold")
        yield from _summary(found.lock, found.because, screen)
        if with_repairs and found.lock.repairs:
            yield from repair_lines(found.lock.repairs, screen)
            yield from folded(screen.said("`--keep NAME` leaves one as it was"), screen, indent=2)
        yield ""


def audit_lines(audit: Audit | None, screen: Screen) -> Iterator[str]:
    """How many versions have known vulnerabilities, and the worst of them; nothing where nobody could tell."""
    if audit is None:
        return
    yield screen.paint(screen.said("Known vulnerabilities"), "bold")
    if not audit.vulnerable:
        yield from folded(screen.said(f"none in {audit.checked} versions"), screen, indent=2)
    else:
        yield from folded(screen.said(f"in {len(audit.vulnerable)} of {audit.checked} versions"), screen, indent=2)
    for each in audit.vulnerable[:_WORST]:
        flaws = screen.said(f"{len(each.ids)} flaw{'s' * (len(each.ids) > 1)}")
        free = f"{each.fixed} has none of them" if each.fixed else "no version is free of them yet"
        yield from folded(safe(f"{each.name}=={each.version}: {flaws}; {screen.said(free)}"), screen, indent=2)
    yield ""


def repair_lines(repairs: Sequence[Repair], screen: Screen) -> Iterator[str]:
    """Every difference from what the project asks for."""
    yield screen.paint(screen.said("Repairs"), "bold")
    for sentence in dict.fromkeys(_told(repair, repairs) for repair in repairs):
        yield from folded(safe(screen.said(sentence)), screen, indent=2)


def _told(repair: Repair, repairs: Sequence[Repair]) -> str:
    """What was changed; of many files of another machine, as conda's freeze has them, the names in one sentence."""
    if repair.kind != "replaced" or _FILE not in repair.old:
        return told(repair)
    alike = [
        each for each in repairs if each.kind == repair.kind and _FILE in each.old and each.reason == repair.reason
    ]
    if len(alike) < _MANY:
        return told(repair)
    return f"{', '.join(each.new for each in alike)} instead of {len(alike)} files ({alike[0].at}): {repair.reason}"


def _summary(lock: Lock, because: str, screen: Screen) -> Iterator[str]:
    for sentence in _sentences(lock, because):
        yield from folded(safe(screen.said(sentence)), screen, indent=2)


def _sentences(lock: Lock, because: str) -> Iterator[str]:
    yield f"{len(lock.packages)} packages, because {because}"
    yield _when(lock)
    yield f"Python {lock.python}: {lock.python_why}"
    if lock.platforms:
        yield f"for {' and '.join(lock.platforms)}"
    for package, _, marker in (each.text.partition(" ; ") for each in lock.packages if ";" in each.text):
        yield f"{package} only where {marker}"
    if lock.is_cut_short:
        yield "the time was over before it was known to lack nothing: `dockerize-ml lock` looks again, and sooner"
    for apart in lock.aparts:
        yield f"apart: {apart.text}, because {apart.reason}"
    for each in lock.compiled:
        if each.is_native:
            yield f"{each.text} has no wheel and is compiled in the build stage"
        else:
            yield f"{each.text} has no wheel and is made from its source in the build stage"


def _when(lock: Lock) -> str:
    if lock.as_of is None:
        return f"the versions of today: {lock.as_of_why}"
    return f"the versions of {lock.as_of}: {lock.as_of_why}; `--as-of now` takes those of today"


def lock_json(found: Resolution, audit: Audit | None = None) -> str:
    """What was locked, for other programs.

    ``lock`` is null where an earlier lock still holds, ``vulnerabilities`` where nothing is known of them.
    """
    document: Json = {
        "schema_version": 1,
        "fresh": found.is_fresh,
        "because": found.because,
        "lock": None if found.lock is None else _as_json(found.lock),
        "vulnerabilities": None if audit is None else _audit_as_json(audit),
    }
    return json_text(document, indent=2) + "\n"


def _audit_as_json(audit: Audit) -> Json:
    return {
        "checked": audit.checked,
        "packages": [
            {"name": one.name, "version": one.version, "ids": list(one.ids), "fixed": one.fixed or None}
            for one in audit.vulnerable
        ],
    }


def _as_json(lock: Lock) -> Json:
    return {
        "python": {"version": lock.python, "reason": lock.python_why},
        "as_of": {"date": lock.as_of.isoformat() if lock.as_of else None, "reason": lock.as_of_why},
        "platforms": list(lock.platforms) or list(USUAL),
        "made_from": list(lock.sources),
        "packages": [{"name": one.name, "version": one.version, "via": list(one.via)} for one in lock.packages],
        "apart": [{"requirement": one.text, "reason": one.reason} for one in lock.aparts],
        "repairs": [
            {
                "kind": one.kind,
                "name": one.name,
                "old": one.old,
                "new": one.new,
                "reason": one.reason,
                "at": str(one.at or ""),
            }
            for one in lock.repairs
        ],
        "compiled": [one.text for one in lock.compiled],
        "kept": list(lock.kept),
    }
