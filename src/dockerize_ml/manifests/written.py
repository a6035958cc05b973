"""A requirement as an installer takes it."""

from dockerize_ml.manifests.requirement import Requirement


def written(requirement: Requirement) -> str:
    """Name, extras, address or versions, and marker."""
    extras = f"[{','.join(requirement.extras)}]" if requirement.extras else ""
    source = f" @ {requirement.url}" if requirement.url and requirement.name else requirement.url
    marker = f" ; {requirement.marker}" if requirement.marker else ""
    return f"{requirement.name}{extras}{source or requirement.specifier}{marker}"
