"""What ``RUN --mount=…`` mounts, read as BuildKit reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.dockerfile.nodes import Flag, Instruction

_TARGETS = ("target", "dst", "destination")
_SOURCES = ("source", "src")


class Mount(NamedTuple):
    """One ``--mount``; ``source_image`` is its ``from=``, an image or a stage."""

    type: str
    target: str
    source: str
    source_image: str | None
    flag: Flag

    @property
    def keeps_layer_clean(self) -> bool:
        """Whether what is written below ``target`` stays out of the layer."""
        return self.type in {"cache", "tmpfs"}

    def holds(self, path: str) -> bool:
        """Whether ``path`` (absolute) lies in it."""
        target = self.target.rstrip("/")
        return self.keeps_layer_clean and (path == target or path.startswith(f"{target}/"))


def mounts(instruction: Instruction) -> Iterator[Mount]:
    """The mounts of a RUN, in order."""
    for flag in instruction.flags:
        if flag.name == "mount" and flag.value is not None:
            yield _mount(flag, flag.value)


def _mount(flag: Flag, value: str) -> Mount:
    fields: dict[str, str] = {}
    for part in value.replace('"', "").split(","):
        key, _, text = part.partition("=")
        fields[key.strip().lower()] = text.strip()
    return Mount(
        type=fields.get("type", "bind"),
        target=next((fields[key] for key in _TARGETS if key in fields), ""),
        source=next((fields[key] for key in _SOURCES if key in fields), ""),
        source_image=fields.get("from"),
        flag=flag,
    )
