"""The standard labels: what an image is, for whoever finds it in a registry."""

from collections.abc import Iterator

from dockerize_ml.config import Settings
from dockerize_ml.facts.outside import About
from dockerize_ml.plan.model import Label

_STANDARD = "org.opencontainers.image."


def labels(name: str, about: About, settings: Settings) -> Iterator[Label]:
    """What the project says of itself, and the user's own."""
    known = {"title": name, "description": about.description, "licenses": about.licenses, "source": about.source}
    standard = {_STANDARD + key: value for key, value in known.items() if value and value.isprintable()}
    yield Label(
        labels=tuple({**standard, **settings.labels}.items()),
        why=("What this image is, for `docker inspect` and registries.",),
    )
