from datetime import date

from dockerize_ml.knowledge.pythons import default_python, minor_key, python, pythons


def test_versions_are_in_order_and_live_after_their_release() -> None:
    keys = [known.key for known in pythons()]
    assert keys == sorted(set(keys))
    assert all(known.released < known.end_of_life for known in pythons())
    assert all(known.slim for known in pythons())


def test_the_default_is_cared_for_and_has_an_image() -> None:
    chosen = python(default_python().minor)
    assert chosen is not None
    assert chosen.end_of_life > date(2027, 12, 31)
    assert "bookworm" in chosen.slim


def test_minors_compare_as_numbers() -> None:
    assert minor_key("3.9") < minor_key("3.10")
    assert python("3.99") is None
