from collections import Counter

import pytest

from dockerize_ml.knowledge.libraries import library_owner
from dockerize_ml.knowledge.table import rows

OWNERS = {
    ("libGL.so.1", "bookworm"): "libgl1",
    ("libgthread-2.0.so.0", "bookworm"): "libglib2.0-0",
    ("libgthread-2.0.so.0", "trixie"): "libglib2.0-0t64",
    ("libgomp.so.1", "bookworm"): "libgomp1",
    ("libodbc.so.2", "trixie"): "libodbc2",
    ("libldap-2.5.so.0", "bookworm"): "libldap-2.5-0",
    ("libldap-2.5.so.0", "trixie"): None,
    ("libcuda.so.1", "bookworm"): None,
}


@pytest.mark.parametrize(("question", "owner"), OWNERS.items(), ids=str)
def test_a_library_names_its_package(question: tuple[str, str], owner: str | None) -> None:
    assert library_owner(*question) == owner


def test_each_library_stands_once() -> None:
    counted = Counter(soname for row in rows("libraries", "package") for soname in row.texts("sonames"))
    assert len(counted) > 200
    assert [soname for soname, count in counted.items() if count > 1] == []
