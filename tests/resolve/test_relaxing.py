"""What the text of a requirement tells of the versions that it leaves."""

import pytest
from packaging.version import Version

from dockerize_ml.resolve.model import Ask
from dockerize_ml.resolve.relaxing import upper_bound

BELOW_3 = (
    "web==2.14.1",
    "web<3",
    "web>=2.7,<3",
    "web==2.*",
    "web~=2.4",
    "web[ui]<=2.14",
    "web~=2.4.1; python_version > '3'",
)
OPEN = ("web", "web>=2", "web!=2.1", "web @ https://example.org/web.whl")


@pytest.mark.parametrize("text", BELOW_3)
def test_a_bound_that_keeps_it_below_a_version(text: str) -> None:
    assert Version(upper_bound(Ask("web", text)) or "3") < Version("3")


@pytest.mark.parametrize("text", OPEN)
def test_no_bound(text: str) -> None:
    assert upper_bound(Ask("web", text)) is None
