"""The secrets that a Streamlit program reads from its file."""

from collections.abc import Callable

import pytest

from dockerize_ml.facts.detectors.secrets_read import secrets_read
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]

READS = {
    "a key": ('import streamlit as st\nK = st.secrets["API_KEY"]\n', ["API_KEY"]),
    "an attribute": ("import streamlit as st\nK = st.secrets.api_key\n", ["api_key"]),
    "get": ('from streamlit import secrets\nK = secrets.get("KEY")\n', ["KEY"]),
    "a section and its key": ('import streamlit as st\nK = st.secrets["db"]["user"]\n', ["db"]),
    "the standard library's module": ("import secrets\nK = secrets.token_hex()\n", []),
}


@pytest.mark.parametrize("case", READS)
def test_reads(case: str, survey_of: SurveyOf) -> None:
    source, expected = READS[case]
    assert [secret.name for secret in secrets_read(survey_of({"app.py": source}))] == expected
