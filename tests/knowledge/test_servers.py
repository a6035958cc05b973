import pytest

from dockerize_ml.knowledge.listening_defaults import listening
from dockerize_ml.knowledge.servers import lasting_words, server
from dockerize_ml.knowledge.table import Row, rows


def test_a_server_is_known_by_its_command_and_by_its_module() -> None:
    assert server("waitress") is server("waitress-serve") is not None
    assert server("uvicorn") is not None
    assert server("train.py") is None


@pytest.mark.parametrize("row", list(rows("servers", "server")), ids=lambda row: row.text("name"))
def test_what_is_for_development_is_a_verb(row: Row) -> None:
    assert set(row.texts("development")) <= set(row.texts("verbs"))
    assert row.why
    assert row.source


def test_servers_that_hide_by_default_are_known_as_servers() -> None:
    for name in ("uvicorn", "gunicorn", "flask", "mlflow"):
        known = listening(name)
        assert known is not None
        assert known.host == "127.0.0.1"
        assert server(name) is not None


def test_jobs_do_not_sound_lasting() -> None:
    assert {"app", "server", "worker"} <= lasting_words()
    assert not {"train", "main", "test", "migrate"} & lasting_words()
