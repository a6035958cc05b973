"""What a Dockerfile asks its builder for and this machine's environment has: a mirror, and the token of a hub."""

import re
from collections.abc import Iterator, Mapping

from dockerize_ml.knowledge.model_files import openers


def handed_over(dockerfile: str, environment: Mapping[str, str]) -> Iterator[str]:
    """Options of ``docker build`` that name them; their values stay in the environment, where the client looks.

    Args:
        dockerfile: its text.
        environment: the variables that are set here.
    """
    asked = {(opener.mirror, opener.secret) for opener in openers("downloads")}
    for mirror, secret in sorted(asked):
        if mirror and environment.get(mirror) and re.search(rf"(?m)^ARG {mirror}$", dockerfile):
            yield f"--build-arg={mirror}"
        if secret and environment.get(secret) and re.search(rf"type=secret\S*\bid={secret.lower()}\b", dockerfile):
            yield f"--secret=id={secret.lower()},env={secret}"
