"""Hide credentials before a text of the project is shown."""

import re

# ``user:secret@`` and ``token@`` before a host. A variable (``${TOKEN}``) is none, nor is ``git@``.
_USER_INFO = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]{0,30}://)(?P<user>[^\s/@?#\"']{1,500})@", re.IGNORECASE)
_HARMLESS = re.compile(r"git|hg|svn|(?:\$\{\w+\}|\$\w+|:)+")


def masked(text: str) -> str:
    """The text with every credential inside a URL replaced by ``***``."""
    if "://" not in text:
        return text
    return _USER_INFO.sub(_hide, text)


def _hide(found: re.Match[str]) -> str:
    if _HARMLESS.fullmatch(found["user"]):
        return found[0]
    return f"{found['scheme']}***@"
