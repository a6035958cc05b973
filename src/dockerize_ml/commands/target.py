"""What to ask of a container made from a folder's Dockerfile: its port, a route, and the models it opens."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dockerize_ml.validation.registry import Subject


class Target(NamedTuple):
    """The port that the container listens on (None where it listens nowhere), the route to ask, and the models.

    ``draws`` tells whether Streamlit draws its page, for which a program runs only when somebody visits.
    """

    port: int | None
    path: str
    models: tuple[str, ...]
    draws: bool = False


def target_of(subject: "Subject") -> Target:
    """The port from EXPOSE, where the project tells none of several; route and models as the project tells them."""
    from dockerize_ml.validation.stage import StageView

    view = StageView.last(subject.dockerfile)
    exposed = view.exposed if view else ()
    looked = subject.looked
    # A stranger's Dockerfile may stand in a folder that holds no Python.
    if isinstance(looked, str):
        return Target(next((port for port in exposed if port), None), "/", ())
    facts = looked.inspection.facts
    said = facts.port.value
    # EXPOSE is only a note for people; a server without it listens all the same.
    port = said if said in exposed or (not exposed and facts.kind.value == "web") else None
    port = port or next((port for port in exposed if port), said if exposed else None)
    return Target(
        port, facts.health_path.value or "/", tuple(facts.models.value or ()), facts.framework.value == "streamlit"
    )
