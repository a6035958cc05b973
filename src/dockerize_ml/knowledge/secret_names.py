"""Which names are those of secrets, read word by word."""

import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

_SECRETS = frozenset({
    "apikey", "authtoken", "credential", "credentials", "creds", "key", "pass", "passphrase", "passwd",
    "password", "passwords", "pgpassword", "pword", "secret", "secretkey", "secrets", "token", "username",
})  # fmt: skip
_HARMLESS = frozenset({
    "cache", "fingerprint", "foreign", "gpg", "index", "partition", "primary", "public", "server", "sort",
})  # fmt: skip
_ABOUT = frozenset({
    "count", "dir", "directory", "endpoint", "expiry", "file", "host", "id", "length", "limit", "name", "path",
    "provider", "timeout", "ttl", "type", "uri", "url", "version",
})  # fmt: skip
"""As last words these say something about a secret, and are none."""


def is_secret(name: str) -> bool:
    """Whether a variable of this name is likely to hold something nobody else may read."""
    words = [word.lower() for word in _WORD.findall(name)]
    if words[-2:] == ["key", "id"]:
        words = words[:-1]
    if not words or words[-1] in _ABOUT:
        return False
    return not _SECRETS.isdisjoint(words) and _HARMLESS.isdisjoint(words)
