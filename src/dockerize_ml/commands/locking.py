"""What ``init`` and ``lock`` have in common: the resolver's progress, and refusing a repair."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from dockerize_ml.engine.audit import Audit
    from dockerize_ml.pipeline import Generated
    from dockerize_ml.report.terminal import Terminal
    from dockerize_ml.resolve.model import Resolution
    from dockerize_ml.resolve.resolve import Wish


def generated(path: Path, flags: Mapping[str, object], wish: "Wish", terminal: "Terminal") -> "Generated":
    """Everything for the files, with the resolver's progress where it is asked."""
    from dockerize_ml import pipeline
    from dockerize_ml.report.progress import late_progress

    with late_progress("Resolving the requirements", terminal) as tell:
        return pipeline.generate(path, flags, wish, tell)


def audited(found: "Resolution | None", terminal: "Terminal") -> "Audit | None":
    """What is known of vulnerabilities in a set that was resolved just now; None where nothing is."""
    from dockerize_ml.engine.audit import NoAuditError, audit
    from dockerize_ml.report.progress import late_progress

    if found is None or found.lock is None:
        return None
    pins = [f"{one.name}=={one.version}" for one in found.lock.packages]
    try:
        with late_progress("Looking for known vulnerabilities", terminal) as tell:
            return audit(pins, tell)
    except NoAuditError as why:
        terminal.detail(f"Nothing is known of vulnerabilities: {why}.")
        return None


def names_in(keep: Iterable[str] | None) -> frozenset[str]:
    """The distributions that ``--keep`` names."""
    from dockerize_ml.manifests.names import canonical

    return frozenset(canonical(name) for name in keep or ())


def asked_what_to_keep(found: "Resolution | None", terminal: "Terminal") -> frozenset[str]:
    """Show the repairs and ask which of them are refused."""
    from dockerize_ml.report.lock_lines import repair_lines

    if found is None or found.lock is None or not found.lock.repairs:
        return frozenset()
    for line in repair_lines(found.lock.repairs, terminal.err):
        terminal.show(line)
    asked = terminal.err.said("Leave any of them as it was? Names, or Enter for none")
    said = typer.prompt(asked, default="", show_default=False, err=True)
    return names_in(str(said).replace(",", " ").split())
