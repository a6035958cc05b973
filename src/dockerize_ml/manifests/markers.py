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
    """Whether its marker, if it has one, holds on Linux for this minor version of Python (``3.12``)."""
    return not requirement.marker or holds(requirement.marker, python=python, machine=machine)


def holds(marker: str, *, python: str, machine: str = "x86_64") -> bool:
    """Whether a marker holds on Linux for a minor version of Python; one that nobody can read holds."""
    from packaging.markers import InvalidMarker, Marker, UndefinedComparison  # noqa: PLC0415 - start-up time

    environment = {
        **_LINUX,
        "platform_machine": machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_version": f"{python}.0",
    }
    try:
        return Marker(marker).evaluate(environment)
    except (InvalidMarker, UndefinedComparison, RecursionError):
        return True
