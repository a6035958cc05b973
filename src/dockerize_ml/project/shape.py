"""Narrow values of unknown shape, as they come out of a stranger's TOML, YAML and JSON."""


def mapping(value: object) -> dict[str, object]:
    """The value where it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list[object]:
    """The value where it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """The value where it is text, else an empty one."""
    return value if isinstance(value, str) else ""


def texts(value: object) -> list[str]:
    """The texts in a list; a single text counts as a list of one."""
    return [value] if isinstance(value, str) else [item for item in sequence(value) if isinstance(item, str)]


def below(value: object, *keys: str) -> object:
    """What lies under these keys, one inside the other, or None."""
    for key in keys:
        value = mapping(value).get(key)
    return value
