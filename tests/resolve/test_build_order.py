"""What is built first of packages that need each other for it."""

import pytest

from dockerize_ml.resolve.build_order import dependencies_first
from dockerize_ml.resolve.model import Locked

# Each package with who asks for it, as uv tells it.
SETS: dict[str, tuple[dict[str, tuple[str, ...]], list[str]]] = {
    "nothing asks for another": ({"a": ("-r asks.in",), "b": ("-r asks.in",)}, ["a", "b"]),
    "what is asked for goes first": ({"a": ("-r asks.in",), "ffi": ("a",), "parser": ("ffi",)}, ["parser", "ffi", "a"]),
    "asked for by two": ({"a": (), "b": (), "ffi": ("a", "b")}, ["ffi", "a", "b"]),
    "asked for with an extra": ({"a": (), "ffi": ("a[fast]",)}, ["ffi", "a"]),
    "by what is not in the set": ({"a": (), "ffi": ("gone",)}, ["a", "ffi"]),
    "a circle": ({"a": ("b",), "b": ("a",)}, ["a", "b"]),
}


@pytest.mark.parametrize(("asked", "order"), SETS.values(), ids=SETS)
def test_what_others_need_is_built_first(asked: dict[str, tuple[str, ...]], order: list[str]) -> None:
    found = [Locked(name, "1", f"{name}==1", (), via) for name, via in asked.items()]
    assert [each.name for each in dependencies_first(found)] == order
