"""Files of a whole machine, made for the packages that look for them."""

import pytest

from dockerize_ml.plan.looked_for import looked_for
from dockerize_ml.plan.model import Run

MADE = {
    "the last that looks for it": ({"streamlit": "1.1.0"}, ["/etc/machine-id"]),
    "an old one": ({"streamlit": "0.62.0", "pandas": "1.0.5"}, ["/etc/machine-id"]),
    "one that does without": ({"streamlit": "1.2.0"}, []),
    "not installed": ({"pandas": "1.0.5"}, []),
    "no version": ({"streamlit": "of our own"}, []),
}


@pytest.mark.parametrize(("versions", "files"), MADE.values(), ids=MADE.keys())
def test_the_files_that_are_made(versions: dict[str, str], files: list[str]) -> None:
    made = list(looked_for(versions))
    assert [each.words for each in made if isinstance(each, Run)] == [("touch", file) for file in files]
    assert all(each.why for each in made)
