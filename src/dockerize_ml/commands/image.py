"""The image of a folder: its name, and building it while the terminal shows the log."""

from pathlib import Path
from typing import TYPE_CHECKING

from dockerize_ml.errors import ProjectError

if TYPE_CHECKING:
    from dockerize_ml.engine.build import Built
    from dockerize_ml.engine.client import Client
    from dockerize_ml.report.terminal import Terminal


def built(client: "Client", path: Path, tag: str | None, terminal: "Terminal") -> "Built":
    """Build the folder's Dockerfile.

    Raises:
        ProjectError: there is none.
        BuildError: it does not build.
    """
    from dockerize_ml.engine.build import build
    from dockerize_ml.report.build_steps import build_steps
    from dockerize_ml.report.progress import progress

    require_dockerfile(path)
    with progress("Building the image", terminal) as tell:
        return build(client, path, tag or tag_of(path), on_line=build_steps(tell, terminal.detail))


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
    from dockerize_ml.plan.planner import tag_for

    return tag_for(path.resolve().name)
