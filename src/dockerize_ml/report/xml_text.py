"""XML that any parser takes: ASCII only, and no character that XML does not have."""

from html import escape

from dockerize_ml.report.safe import safe

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def attributes(**values: str | int) -> str:
    """The attributes of an element, each with a blank before it: `` file="Dockerfile" line="4"``."""
    return "".join(f' {name}="{_ascii(safe(str(value)))}"' for name, value in values.items())


def content(text: str) -> str:
    """Text between tags, its newlines kept."""
    return _ascii(safe(text, keep="\n"))


def _ascii(text: str) -> str:
    return escape(text).encode("ascii", "xmlcharrefreplace").decode("ascii")
