"""Variables that keep old releases from opening windows: a container has no screen."""

from collections.abc import Iterator, Mapping

from dockerize_ml.config import Settings
from dockerize_ml.knowledge.windows import windows
from dockerize_ml.plan.model import Environment


def windowless(versions: Mapping[str, str], settings: Settings) -> Iterator[Environment]:
    """The variables that the user does not set, each with what would open a window.

    Args:
        versions: the exact versions that are installed, by the names of their distributions.
        settings: the user's.
    """
    for window in windows():
        if window.is_opened(versions) and window.variable not in settings.env:
            yield Environment(variables=((window.variable, window.value),), why=(f"{window.variable}: {window.why}.",))
