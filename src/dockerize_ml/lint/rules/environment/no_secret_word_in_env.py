"""ARG or ENV has a word in its name that secrets have.

Why:
    Both are stored in the image, where `docker history` and `docker inspect` show them to everyone who has it.

Before:
    FROM debian:12-slim
    ENV API_KEY=swordfish

After:
    FROM debian:12-slim
    RUN --mount=type=secret,id=api_key,env=API_KEY /srv/fetch

Differs:
    BuildKit's view of DL3064 (`no-secret-in-env`), with its own list of words. It is that of BuildKit 0.25; from 0.28
    on (Dockerfile frontend 1.22) names with the words `file` and `version` are taken for harmless too. Only with the
    preset `buildkit`.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.expand import expand
from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line

_SECRET = frozenset({
    "apikey", "auth", "credential", "credentials", "key", "passwd", "password", "pword", "secret", "token",
})  # fmt: skip
_HARMLESS = "public"


@rule("BK016", Level.WARNING, on=("ENV", "ARG"), aliases=("SecretsUsedInArgOrEnv",), presets=("buildkit",))
def no_secret_word_in_env(instruction: Instruction, context: Context) -> Iterator[Hit]:
    # An ARG above the first FROM reaches no image.
    if instruction.stage < 0:
        return
    for pair in instruction.pairs:
        name = pair.key.text
        if instruction.keyword == "ENV":
            name = expand(name, context.scope(instruction), context.file.escape)
        words = set(name.lower().split("_"))
        if words & _SECRET and _HARMLESS not in words:
            span = on_first_line(instruction, pair.key.span, context)
            yield Hit(span, f"`{name}` would be stored in the image for all to read. Use a secret mount.")
