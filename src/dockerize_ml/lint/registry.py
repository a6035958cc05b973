"""All rules, found by walking ``rules/``; those with a card in ``cards.tsv`` are not imported for it."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from operator import eq
from typing import TYPE_CHECKING

from dockerize_ml.lint.cards import FILE, PACKAGE, read_cards
from dockerize_ml.lint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    cards = read_cards()
    found = (cards.get(module) or import_rule(module) for module in modules())
    return tuple(sorted(found, key=lambda rule: rule.code))


@cache
def by_name() -> dict[str, tuple[Rule, ...]]:
    """Rules by everything they answer to, in lower case; two may answer to one BuildKit check."""
    table: dict[str, tuple[Rule, ...]] = {}
    for rule in rules():
        for name in rule.names:
            table[name.lower()] = (*table.get(name.lower(), ()), rule)
    return table


def nearest(name: str) -> str | None:
    """The name of a rule that somebody who wrote ``name`` may have meant."""
    from difflib import SequenceMatcher, get_close_matches  # noqa: PLC0415 - only where something is misspelt

    wanted = name.lower()

    def likeness(known: str) -> tuple[float, int]:
        # Many codes are equally near; the one with most digits in their place is meant.
        return SequenceMatcher(None, known, wanted).ratio(), sum(map(eq, known, wanted))

    best = max(get_close_matches(wanted, by_name(), n=20, cutoff=0.6), key=likeness, default=None)
    if best is None:
        return None
    return next(spelt for rule in by_name()[best] for spelt in rule.names if spelt.lower() == best)


def modules() -> Iterator[str]:
    """The rules' modules: ``rules/<family>/<rule>.py``."""
    for family in _names(FILE.parent):
        if "." in family:
            continue
        for file in _names(FILE.parent / family):
            if file.endswith(".py"):
                yield f"{PACKAGE}.{family}.{file.removesuffix('.py')}"


def _names(folder: Path) -> list[str]:
    """What is public in a folder of code."""
    return sorted(name for name in os.listdir(folder) if name[0] != "_")  # noqa: PTH208 - every run lists all folders


def import_rule(module: str) -> Rule:
    """The rule of a module, which is named like its function."""
    rule = getattr(import_module(module), module.rpartition(".")[2], None)
    if not isinstance(rule, Rule):
        raise TypeError(f"{module} holds no function of its own name under @rule")
    return rule
