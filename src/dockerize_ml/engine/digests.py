"""The digest that a tag has today, from its registry, or from the engine that pulled it."""

import json

from dockerize_ml.dockerfile.image import is_digest
from dockerize_ml.engine.client import Client
from dockerize_ml.errors import EngineError

_TIMEOUT = 60


def digest_of(image: str, client: Client) -> str:
    """``sha256:…`` of the image for all platforms.

    Raises:
        EngineError: neither a registry nor the engine knows it.
    """
    answer = client.call("buildx", "imagetools", "inspect", image, "--format", "{{.Manifest.Digest}}", timeout=_TIMEOUT)
    digest = answer.output.strip()
    if answer.code == 0 and is_digest(digest):
        return digest
    pulled = _pulled(image, client)
    if pulled:
        return pulled
    said = next(iter(answer.errors.strip().splitlines()[-1:]), "it said nothing")
    raise EngineError(
        reason=f"No registry tells the digest of `{image}`: {said}",
        hint="Check the network, or write the images without their digests: `--no-pin`.",
    )


def _pulled(image: str, client: Client) -> str:
    """The digest under which the engine pulled the image, or nothing where it was built here."""
    answer = client.call("image", "inspect", "--format", "{{json .RepoDigests}}", image)
    try:
        names = json.loads(answer.output)
    except ValueError:
        return ""
    digests = (str(name).rpartition("@")[2] for name in names or ())
    return next((digest for digest in digests if is_digest(digest)), "")
