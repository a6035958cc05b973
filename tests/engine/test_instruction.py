"""An image's record of its steps."""

import pytest

from dockerize_ml.engine.instruction import shown_instruction

RECORDS = {
    "COPY . . # buildkit": "COPY . .",
    '/bin/sh -c #(nop)  CMD ["sh"]': 'CMD ["sh"]',
    "RUN /bin/sh -c pip install x # buildkit": "RUN pip install x",
}


@pytest.mark.parametrize(("record", "shown"), RECORDS.items())
def test_it_reads_as_in_the_dockerfile(record: str, shown: str) -> None:
    assert shown_instruction(record) == shown
