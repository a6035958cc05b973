"""The cards of all rules in one file, so that a run imports only the rules that its files can hit.

``rules/cards.tsv`` is written by ``python -m dockerize_ml.lint.docs``; a test says when it is stale. A rule without a
card still works: it only costs an import. Reading 145 cards takes 1 ms, importing 145 modules 40.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from dockerize_ml.lint.finding import Level
from dockerize_ml.lint.rule import Preset, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILE = Path(__file__).parent / "rules" / "cards.tsv"
PACKAGE = "dockerize_ml.lint.rules"

_HEAD = "code\tmodule\tlevel\ton\twords\taliases\tonbuild\tneeds\topt in\tpresets"
_BY_CODE = "by code"


def read_cards() -> dict[str, Rule]:
    """The rules in the file by their module; none where it was not written yet."""
    if not FILE.is_file():
        return {}
    return {card.module: card for card in _cards()}


def _cards() -> Iterator[Rule]:
    for line in FILE.read_text(encoding="utf-8").splitlines()[1:]:
        code, module, level, on, words, aliases, onbuild, needs, opt_in, presets = line.split("\t")
        yield Rule(
            code=code,
            name=module.rpartition(".")[2].replace("_", "-"),
            level=Level(level),
            on=_split(on),
            aliases=_split(aliases),
            words=_split(words),
            onbuild=bool(onbuild),
            needs=needs,
            opt_in=bool(opt_in),
            presets=None if presets == _BY_CODE else cast("tuple[Preset, ...]", _split(presets)),
            module=f"{PACKAGE}.{module}",
        )


def cards_text(rules: Iterable[Rule]) -> str:
    """What the file has to say."""
    return "\n".join([_HEAD, *(_line(rule) for rule in rules), ""])


def _line(rule: Rule) -> str:
    name = rule.module.removeprefix(f"{PACKAGE}.")
    fields = (
        rule.code,
        name,
        rule.level.value,
        ",".join(rule.on),
        ",".join(rule.words),
        ",".join(rule.aliases),
        "yes" if rule.onbuild else "",
        rule.needs,
        "yes" if rule.opt_in else "",
        _BY_CODE if rule.presets is None else ",".join(rule.presets),
    )
    return "\t".join(fields)


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()
