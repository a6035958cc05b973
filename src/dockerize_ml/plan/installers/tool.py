"""A program that the build stage needs, kept out of the environment that the image takes over."""

from dockerize_ml.knowledge.build_tools import build_tool
from dockerize_ml.plan.model import Run, Step


def tool(name: str) -> Step:
    """Install it beside Python itself: the virtual environment has no pip, so this is the system's."""
    requirement = build_tool(name).requirement
    if requirement is None:
        raise LookupError(f"{name} is not installed from the index")
    return Run(
        words=("/usr/local/bin/python", "-m", "pip", "install", "--no-cache-dir", requirement),
        why=(f"{name} installs its own lock file; it stays in this stage.",),
    )
