from datetime import date

from dockerize_ml.knowledge.pythons import default_python, minor_key, newest_supported, python, pythons, supported


def test_versions_are_in_order_and_live_after_their_release() -> None:
    keys = [known.key for known in pythons()]
    assert keys == sorted(set(keys))
    assert all(known.released < known.end_of_life for known in pythons())
    assert all(known.slim for known in pythons())


def test_support_depends_on_the_day() -> None:
    assert supported(date(2026, 11, 22)) == ("3.11", "3.12", "3.13", "3.14", "3.15")
    assert supported(date(2021, 1, 1)) == ("3.6", "3.7", "3.8", "3.9")
    assert newest_supported(date(2024, 6, 1)) == "3.12"


def test_the_default_is_cared_for_and_has_an_image() -> None:
    chosen = python(default_python().minor)
    assert chosen is not None
    assert chosen.end_of_life > date(2027, 12, 31)
    assert "bookworm" in chosen.slim


def test_minors_compare_as_numbers() -> None:
    assert minor_key("3.9") < minor_key("3.10")
    assert python("3.99") is None
