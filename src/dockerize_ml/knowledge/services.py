"""Services that programs need beside them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dockerize_ml.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class Service:
    """A database, a cache or a queue.

    Attributes:
        name: as people write it: ``PostgreSQL``.
        image: a tag that compose can start.
        host: its name in the network.
        distributions: clients; who requires one may need the service.
        variables: names under which programs look for its address.
        address: what stands there.
        environment: what the image itself has to be told, as lines of YAML.
    """

    key: str
    name: str
    image: str
    host: str
    distributions: tuple[str, ...]
    variables: re.Pattern[str]
    address: str
    environment: tuple[str, ...]

    @property
    def compose(self) -> str:
        """The service in a compose file."""
        lines = ["services:", f"  {self.host}:", f"    image: {self.image}"]
        if self.environment:
            lines += ["    environment:", *(f"      {line}" for line in self.environment)]
        return "\n".join(lines)


@lru_cache
def services() -> tuple[Service, ...]:
    """All that are known."""
    return tuple(
        Service(
            row.text("key"),
            row.text("name"),
            row.text("image"),
            row.text("host"),
            row.texts("distributions"),
            re.compile(row.text("variables")),
            row.text("address"),
            row.texts("environment"),
        )
        for row in rows("services", "service")
    )
