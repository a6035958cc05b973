"""Where programs name modules as text, and what brings the apps of a framework."""

from collections.abc import Mapping
from functools import lru_cache

from dockerize_ml.knowledge.imports import distribution_of, is_known
from dockerize_ml.knowledge.table import rows


@lru_cache
def settings() -> Mapping[str, str]:
    """Names that are assigned, each with the framework that reads it."""
    return _by_name("setting")


@lru_cache
def calls() -> Mapping[str, str]:
    """Methods whose first argument names a module, each with the framework that has it."""
    return _by_name("call")


@lru_cache
def names(section: str) -> frozenset[str]:
    """The names of a ``key`` of a dictionary, an ``argument`` of a call, or an ``option`` of an .ini file."""
    return frozenset(name for row in rows("named_modules", section) for name in row.texts("names"))


def is_loaded(path: str, framework: str) -> bool:
    """Whether a framework loads a file by its name, though nothing imports it."""
    *folders, name = path.split("/")
    found = [row for row in rows("named_modules", "loaded") if row.text("of") == framework]
    names = {each for row in found for each in row.texts("names")}
    inside = {each for row in found for each in row.texts("folders")}
    return name.removesuffix(".py") in names or not inside.isdisjoint(folders[-1:])


def named_distribution(module: str, framework: str) -> str:
    """What brings a module that a framework's settings name; empty where no table tells."""
    top = module.partition(".")[0]
    app = _apps().get((framework, top))
    return app or (distribution_of(module) if is_known(module) else "")


@lru_cache
def _apps() -> Mapping[tuple[str, str], str]:
    listed = rows("named_modules", "app")
    return {(row.text("of"), module): brings for row in listed for module, brings in row.pairs("names")}


def _by_name(section: str) -> dict[str, str]:
    return {name: row.text("of") for row in rows("named_modules", section) for name in row.texts("names")}
