"""Tell whether a requirement is asked for on the machine that the image is for."""

from dockerize_ml.manifests.requirement import Requirement

_LINUX = {
    "os_name": "posix",
    "sys_platform": "linux",
    "platform_system": "Linux",
    "platform_machine": "x86_64",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
    "platform_release": "",
    "platform_version": "",
    "extra": "",
}


def applies(requirement: Requirement, *, python: str, machine: str = "x86_64") -> bool:
    """Whether the marker holds on Linux for this minor version of Python (``3.12``); one that nobody can read holds."""
    if not requirement.marker:
        return True
    from packaging.markers import InvalidMarker, Marker, UndefinedComparison  # noqa: PLC0415 - start-up time

    environment = {
        **_LINUX,
        "platform_machine": machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_version": f"{python}.0",
    }
    try:
        return Marker(requirement.marker).evaluate(environment)
    except (InvalidMarker, UndefinedComparison, RecursionError):
        return True
