"""Poetry's constraints as PEP 440 has them."""

import pytest
from packaging.specifiers import SpecifierSet

from dockerize_ml.manifests.poetry_version import to_pep440

CONSTRAINTS = {
    "^1.2.3": ">=1.2.3,<2",
    "^1.2": ">=1.2,<2",
    "^0.2.3": ">=0.2.3,<0.3",
    "^0.0.3": ">=0.0.3,<0.0.4",
    "^0.0": ">=0.0,<0.1",
    "^0": ">=0,<1",
    "~1.2.3": ">=1.2.3,<1.3",
    "~1.2": ">=1.2,<1.3",
    "~1": ">=1,<2",
    "~=1.4": "~=1.4",
    "1.2.3": "==1.2.3",
    "=1.2.3": "==1.2.3",
    "==1.2.3": "==1.2.3",
    "1.2.*": "==1.2.*",
    "*": "",
    "": "",
    ">=1.0,<2.0,!=1.5": ">=1.0,<2.0,!=1.5",
    ">=1.0 <2.0": ">=1.0,<2.0",
    ">= 1.0, < 2": ">=1.0,<2",
    "^3.8, <3.12": ">=3.8,<4,<3.12",
    "^2.0.0-alpha.1": ">=2.0.0a1,<3",
    "^1.0rc1": ">=1.0rc1,<2",
    "v1.2": "==1.2",
    "^2.1+cu118": ">=2.1+cu118,<3",
    "^2.7 || ^3.6": ">=2.7,<4",
    "~2.7 || >=3.6": ">=2.7",
    "1.0 | 2.0": ">=1.0,<=2.0",
    "nonsense": "",
}


@pytest.mark.parametrize(("constraint", "specifier"), CONSTRAINTS.items())
def test_converts(constraint: str, specifier: str) -> None:
    assert to_pep440(constraint) == specifier
    if "+" not in specifier:
        SpecifierSet(specifier)
