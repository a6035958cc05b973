"""Whether a distribution's name tells that it brings a module."""

import pytest

from dockerize_ml.facts.needed_imports import is_brought

BROUGHT = {
    "its own name": ("tidytable", "tidytable"),
    "python in front": ("radixconv", "python-radixconv"),
    "py in front": ("radixconv", "pyradixconv"),
    "python behind": ("radixconv", "radixconv-python"),
    "py behind": ("radixconv", "radixconv-py"),
    "a name of several words": ("radix_conv", "python-radix-conv"),
    "part of a family": ("acme", "acme-storage"),
}
NOT_BROUGHT = {
    "another word in front": ("radixconv", "flask-radixconv"),
    "the end of a longer name": ("conv", "python-radixconv"),
    "only the affix": ("radixconv", "py"),
}


@pytest.mark.parametrize(("module", "name"), BROUGHT.values(), ids=BROUGHT)
def test_a_distribution_brings_the_module_that_its_name_holds(module: str, name: str) -> None:
    assert is_brought(module, frozenset({name}))


@pytest.mark.parametrize(("module", "name"), NOT_BROUGHT.values(), ids=NOT_BROUGHT)
def test_another_name_brings_nothing(module: str, name: str) -> None:
    assert not is_brought(module, frozenset({name}))
