"""What a program signs with, made anew at each start of the container where nobody gives it; it is in no image."""

from collections.abc import Iterator, Sequence

from dockerize_ml.config import Settings
from dockerize_ml.facts.outside import Outside, OwnSecret
from dockerize_ml.plan.model import Note
from dockerize_ml.plan.reasons import at, listed

_MAKE = "python -c 'import secrets; print(secrets.token_hex(32))'"
_MAKER = "new_secret"


def signed_with(outside: Outside, settings: Settings) -> tuple[OwnSecret, ...]:
    """The secrets that are to be made.

    Args:
        outside: what the program needs besides its code.
        settings: the user's, who may set one of them.
    """
    return tuple(secret for secret in outside.own_secrets if secret.name not in settings.env)


def signing(secrets: Sequence[OwnSecret]) -> tuple[str, ...]:
    """The words in front of a command that make them; the shell gives way to it, so that signals get there.

    Args:
        secrets: at least one.
    """
    several = len(secrets) > 1
    maker = _MAKER if several else _MAKE
    made = " ".join(["export", *(f'{each.name}="${{{each.name}:-$({maker})}}"' for each in secrets)])
    # What a mounted file says would lose against a variable.
    unless = f"[ -e {secrets[0].file} ] || {made}" if secrets[0].file else made
    steps = (*((f"{_MAKER}() {{ {_MAKE}; }}",) if several else ()), unless, 'exec "$@"')
    return "sh", "-c", "; ".join(steps), "sh"


def why_signing(secrets: Sequence[OwnSecret]) -> Iterator[str]:
    """The comment above them."""
    signing, asked = _by_use(secrets)
    if signing:
        yield f"Sessions and tokens are signed with {_places(signing)}: made at random at each start, unless given."
    if asked:
        yield f"Whoever asks the program has to send {_places(asked)}: made at random at each start, unless given."
    given, file = _given(secrets), secrets[0].file
    if file:
        yield f"They end with the container then; `docker run {given} IMAGE` keeps them, and so does a mounted {file}."
    else:
        yield f"They end with the container then; `docker run {given} IMAGE` keeps them."


def notes_on_signing(secrets: Sequence[OwnSecret]) -> Iterator[Note]:
    """What the user should hear of it."""
    signing, asked = _by_use(secrets)
    if signing:
        yield Note(
            text=f"Sessions and tokens are signed with {_places(signing)}, made at random at each start of the "
            "container: they end with it.",
            hint=f"`docker run {_given(signing)} IMAGE` keeps them, and lets several containers share them.",
        )
    if asked:
        yield Note(
            text=f"Whoever asks the program has to send {_places(asked)}, made at random at each start.",
            hint=f"`docker run {_given(asked)} IMAGE` sets it.",
        )


def _by_use(secrets: Sequence[OwnSecret]) -> tuple[list[OwnSecret], list[OwnSecret]]:
    """Those that the program signs with, and those that its callers have to send."""
    return [each for each in secrets if not each.is_asked], [each for each in secrets if each.is_asked]


def _places(secrets: Sequence[OwnSecret]) -> str:
    return listed(f"{each.name} ({at(each.evidence)})" for each in secrets)


def _given(secrets: Sequence[OwnSecret]) -> str:
    return " ".join(f"-e {each.name}=…" for each in secrets)
