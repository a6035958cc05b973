"""Hosts that ask a container at a port of their own choosing."""

from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class HostContract:
    """The port that a host asks, and the routes by which a program shows that it is made for that host."""

    name: str
    port: int
    routes: tuple[str, ...]
    why: str

    def is_met_by(self, text: str) -> bool:
        """Whether source has a route for each question of the host."""
        return all(f'"{route}"' in text or f"'{route}'" in text for route in self.routes)


@lru_cache
def host_contracts() -> tuple[HostContract, ...]:
    """Every host that chooses the port."""
    return tuple(
        HostContract(row.text("name"), row.number("port") or 0, row.texts("routes"), row.why)
        for row in rows("contracts", "host")
    )
