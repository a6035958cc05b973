"""Credentials inside URLs."""

import pytest

from dockerize_ml.project.masking import masked

MASKS = {
    "https://me:secret@e.org/x": "https://***@e.org/x",
    "https://ghp_token@github.com/a/b": "https://***@github.com/a/b",
    "a @ git+https://u:p@e.org/x.git@v1": "a @ git+https://***@e.org/x.git@v1",
    "HTTP://U:P@e.org http://a:b@c": "HTTP://***@e.org http://***@c",
    "https://user:${TOKEN}@e.org": "https://***@e.org",
}
STAYS = [
    "https://e.org/a@b",
    "git+ssh://git@github.com/a/b.git",
    "https://${TOKEN}@e.org",
    "https://${USER}:${TOKEN}@e.org",
    "me@e.org",
    "flask==1.0",
    "https://e.org?x=a@b",
]


@pytest.mark.parametrize(("text", "shown"), MASKS.items())
def test_masks(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize("text", STAYS)
def test_stays(text: str) -> None:
    assert masked(text) == text
