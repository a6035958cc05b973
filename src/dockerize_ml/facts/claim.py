"""What a detector says about one fact, before rival claims are settled."""

from dataclasses import dataclass
from typing import Literal

from dockerize_ml.facts.model import Confidence, Evidence, SystemPackages

FactName = Literal[
    "kind",
    "framework",
    "entrypoint",
    "workdir",
    "port",
    "health_path",
    "python",
    "manager",
    "manifest",
    "system_packages",
    "accelerator",
    "models",
    "environment",
    "as_of",
]
FactValue = str | int | tuple[str, ...] | SystemPackages


@dataclass(frozen=True, slots=True)
class Claim:
    """One detector's word on one fact.

    Attributes:
        fact: the field of ``Facts`` that it is about.
        value: None says "looked for and not found"; the evidence then tells where.
        confidence: how sure the detector is of the value itself.
        evidence: the places that prove it, the best first.
        weight: how strong the kind of evidence is among rivals; the highest wins, and of equals the first yielded.
        loses_because: what to tell the user if another claim wins; empty for "weaker evidence".
    """

    fact: FactName
    value: FactValue | None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    weight: int = 0
    loses_because: str = ""
