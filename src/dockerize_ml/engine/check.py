"""One thing that was checked, and how it went."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "warning", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Check:
    """A row of the checklist of ``validate``.

    Attributes:
        name: what was asked, as a short statement that ``ok`` makes true: ``runs as a non-root user``.
        status: how it went; ``skipped`` where it could not be asked, and the detail says why.
        detail: the evidence: what was seen.
        figure: a measurement with its unit (``0.4 s``, ``205 MB``), or empty.
        hint: what to do about it, or empty.
    """

    name: str
    status: Status
    detail: str = ""
    figure: str = ""
    hint: str = ""
