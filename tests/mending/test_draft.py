"""What a round writes goes away with it; what the user had is never lost."""

from pathlib import Path

from dockerize_ml.mending.draft import Draft


def test_what_is_undone_was_never_there(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM a\n")
    draft = Draft(tmp_path)
    draft.write("Dockerfile", "FROM b\n")
    draft.write("dockerize-ml.toml", "port = 1\n")
    draft.undo()
    assert (tmp_path / "Dockerfile").read_text() == "FROM a\n"
    assert not (tmp_path / "dockerize-ml.toml").exists()


def test_undoing_goes_back_to_what_was_kept_last(tmp_path: Path) -> None:
    draft = Draft(tmp_path)
    draft.write("Dockerfile", "FROM a\n")
    draft.keep()
    draft.write("Dockerfile", "FROM b\n")
    draft.write("Dockerfile", "FROM c\n")
    draft.undo()
    assert (tmp_path / "Dockerfile").read_text() == "FROM a\n"


def test_the_users_own_file_is_kept_once_with_the_other_backups(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM mine\n")
    draft = Draft(tmp_path)
    for text in ("FROM b\n", "FROM c\n"):
        draft.write("Dockerfile", text)
        draft.keep()
    (kept,) = (tmp_path / ".dockerize-ml" / "backups").rglob("Dockerfile")
    assert kept.read_text() == "FROM mine\n"


def test_line_ends_and_strange_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    old = b"port = 1\r\n# \xe9\r\n"
    (tmp_path / "dockerize-ml.toml").write_bytes(old)
    draft = Draft(tmp_path)
    draft.write("dockerize-ml.toml", "port = 2\n")
    draft.undo()
    assert (tmp_path / "dockerize-ml.toml").read_bytes() == old
