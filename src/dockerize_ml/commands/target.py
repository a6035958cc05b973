"""What to ask of a container made from a folder's Dockerfile: its port and a route."""

from pathlib import Path
from typing import NamedTuple


class Target(NamedTuple):
    """The port that the container listens on (None for a program that listens nowhere) and the route to ask for."""

    port: int | None
    path: str


def target_of(folder: Path) -> Target:
    """Read the port from the Dockerfile's EXPOSE, and the route from the project where it tells one.

    Raises:
        ProjectError: the Dockerfile cannot be read.
    """
    from dockerize_ml import pipeline
    from dockerize_ml.errors import ProjectError

    instructions = pipeline.parsed_dockerfile(folder).instructions
    exposed = [word.value for each in instructions if each.keyword == "EXPOSE" for word in each.words]
    port = next((int(number) for word in exposed if (number := word.partition("/")[0]).isdigit()), None)
    try:
        found = pipeline.inspect(folder).facts.health_path.value
    except ProjectError:
        # A stranger's Dockerfile may stand in a folder that holds no Python.
        found = None
    return Target(port, found or "/")
