"""Which distribution brings a module, and which modules a distribution brings."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dockerize_ml.knowledge.debian import known_distributions
from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Provider:
    """A module, the distribution to require for it, and those that bring the same module.

    Attributes:
        module: the dotted name that is imported; a prefix of names for a family.
        distribution: the normalised name, ``{rest}`` in it for a family.
        alternatives: other distributions with the same module; when the project requires one, it is meant.
        parts: how many dotted parts behind the prefix name the distribution; 0 for a single module.
    """

    module: str
    distribution: str
    why: str
    source: str
    checked: date
    alternatives: tuple[str, ...] = ()
    parts: int = 0


def distribution_of(module: str) -> str:
    """The distribution to require for ``module``: ``cv2.dnn`` → ``opencv-python``.

    The longest known beginning of the dotted name decides, then the rules for families; a name that nothing tells of
    is taken for the distribution's own. Empty for a roof over many distributions (``google``), which tells none.
    """
    known = provider_of(module)
    if known is None:
        return "" if _is_roof(module) else normalised(module.partition(".")[0])
    rest = module.removeprefix(known.module).split(".")[: known.parts]
    return known.distribution.format(rest=normalised("-".join(rest)))


def distributions_of(module: str) -> tuple[str, ...]:
    """Every distribution that brings ``module``, the one to require when there is none first; none for a roof."""
    known = provider_of(module)
    first = distribution_of(module)
    return (*filter(None, (first,)), *(known.alternatives if known else ()))


def is_known(module: str) -> bool:
    """Whether a table tells what brings ``module``, so that nobody has to guess a distribution's name."""
    if provider_of(module) is not None:
        return True
    return not _is_roof(module) and normalised(module.partition(".")[0]) in _same_names()


def is_listed(distribution: str) -> bool:
    """Whether a table names the distribution (normalised name), so that it is not a module's name taken for one."""
    of_family = any(distribution.startswith(each.distribution.partition("{")[0]) for each in _families())
    return distribution in _brought() or distribution in _same_names() or of_family or distribution in _installed()


def provider_of(module: str) -> Provider | None:
    """The row that says where ``module`` comes from, or None where its name is the distribution's own."""
    if module in _roofs():
        return None
    parts = module.split(".")
    names = (".".join(parts[:length]) for length in range(len(parts), 1, -1))
    exact = next((_modules()[name] for name in names if name in _modules()), None)
    family = next((family for family in _families() if module.startswith(family.module)), None)
    return exact or family or _modules().get(parts[0])


def named_modules() -> frozenset[str]:
    """The top-level modules of which a row names the distribution: ``yaml``, ``cv2``."""
    return frozenset(name for name in _modules() if "." not in name)


def imports_of(distribution: str) -> tuple[str, ...]:
    """The modules that ``distribution`` (normalised name) brings; its own name where nothing else is known."""
    return _brought().get(distribution, (distribution.replace("-", "_"),))


def normalised(name: str) -> str:
    """The name as the index compares it: lower case, runs of ``-``, ``_`` and ``.`` as one ``-``."""
    return re.sub(r"[-_.]+", "-", name).lower()


@lru_cache
def _modules() -> dict[str, Provider]:
    others = {row.text("module"): row.texts("distributions") for row in rows("imports", "alternatives")}
    named = {
        module: Provider(module, distribution, row.why, row.source, row.checked, others.get(module, ()))
        for row in rows("imports", "group")
        for module, distribution in row.pairs("names")
    }
    plain = {
        module: Provider(module, normalised(module), row.why, row.source, row.checked, row.texts("distributions"))
        for row in rows("imports", "alternatives")
        if (module := row.text("module")) not in named
    }
    return named | plain


@lru_cache
def _families() -> tuple[Provider, ...]:
    found = (
        Provider(
            row.text("prefix"),
            row.text("distribution"),
            row.why,
            row.source,
            row.checked,
            parts=row.number("parts") or 1,
        )
        for row in rows("imports", "family")
    )
    return tuple(sorted(found, key=lambda family: -len(family.module)))


def _is_roof(module: str) -> bool:
    return module.partition(".")[0] in _roofs() or module in _roofs()


@lru_cache
def _same_names() -> frozenset[str]:
    return frozenset(name for row in rows("same_names", "distribution") for name in row.texts("names"))


@lru_cache
def _installed() -> frozenset[str]:
    """What a table tells the Debian packages of, that it is compiled or runs with."""
    return frozenset(known_distributions())


@lru_cache
def _roofs() -> frozenset[str]:
    return frozenset(name for row in rows("imports", "namespace") for name in row.texts("names"))


@lru_cache
def _brought() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for known in _modules().values():
        for distribution in (known.distribution, *known.alternatives):
            found[distribution].append(known.module)
    return {distribution: tuple(modules) for distribution, modules in found.items()}
