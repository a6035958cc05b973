"""ARG or ENV is named like a secret.

Why:
    Both are stored in the image, where `docker history` and `docker inspect` show them to everyone who has it. Use
    `RUN --mount=type=secret` for the build and the environment of the container for the program.

Before:
    FROM debian:12-slim
    ENV DB_PASSWORD=swordfish

After:
    FROM debian:12-slim
    RUN --mount=type=secret,id=db_password,env=DB_PASSWORD /srv/migrate

Differs:
    The name is read word by word. `TOKENIZERS_PARALLELISM`, `GOPRIVATE` and `API_KEY_FILE` are no secrets, though
    hadolint finds `token`, `private` and `api_key` in them; `OPENAI_KEY` and `PASSWD` are.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.knowledge.secret_names import is_secret
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule(
    "DL3064",
    Level.WARNING,
    on=("ENV", "ARG"),
    aliases=("SecretsUsedInArgOrEnv",),
    onbuild=True,
    presets=("recommended", "hadolint"),
)
def no_secret_in_env(instruction: Instruction, _context: Context) -> Iterator[Hit]:
    for pair in instruction.pairs:
        if is_secret(pair.key.value):
            message = f"`{pair.key.value}` would be stored in the image for all to read. Use a secret mount."
            yield Hit(pair.key.span, message)
