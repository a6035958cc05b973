"""The image of a folder: its name, and building it while the terminal shows how that goes."""

from pathlib import Path
from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError

if TYPE_CHECKING:
    from dockerize_ml.engine.build import BuildOptions, Built
    from dockerize_ml.engine.client import Client
    from dockerize_ml.report.terminal import Terminal


def built(
    client: "Client", path: Path, tag: str | None, terminal: "Terminal", options: "BuildOptions | None" = None
) -> "Built":
    """Build the folder's Dockerfile.

    Raises:
        ProjectError: there is none.
        BuildError: it does not build.
    """
    from dockerize_ml.commands.labels import labels_of
    from dockerize_ml.engine.build import BuildOptions, build
    from dockerize_ml.report.build_view import build_view

    require_dockerfile(path)
    options = options or BuildOptions(labels=labels_of(path, ()))
    with build_view(terminal) as watch:
        return build(client, path, tag or tag_of(path), options, watch=watch)


def require_dockerfile(path: Path) -> None:
    """Refuse a folder without a Dockerfile.

    Raises:
        ProjectError: there is none.
    """
    if (path / "Dockerfile").is_file():
        return
    here = "" if str(path) == "." else f" {path}"
    raise ProjectError(
        path=str(path), reason=f"`{path}` has no Dockerfile.", hint=f"`dockerize-ml init{here}` writes one."
    )


def tag_of(path: Path) -> str:
    """The image's name for a folder that has no plan at hand."""
    from dockerize_ml.plan.tag import tag_for

    return tag_for(path.resolve().name)
