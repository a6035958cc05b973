"""dockerize-ml: from a Python project to a container image you can trust.

The public functions, loaded when first used::

    from dockerize_ml import inspect, lint, plan, render

    found = inspect("my_project")
    image = plan(found)
    files = render(image)
    findings = lint(files.dockerfile)
"""

from dockerize_ml.version import __version__

TYPE_CHECKING = False  # typing is not imported for it: `--version` shall not wait
if TYPE_CHECKING:
    from dockerize_ml.pipeline import inspect, lint, plan, render

__all__ = ["__version__", "inspect", "lint", "plan", "render"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dockerize_ml import pipeline  # noqa: PLC0415 - importing this package must cost nothing

    return getattr(pipeline, name)
