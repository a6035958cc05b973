"""Read YAML as plain text values with their lines, so that nothing in it can take us down.

Scalars stay the text that was written: ``python: 3.10`` is ``"3.10"`` and not the number 3.1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from dockerize_ml.errors import ManifestError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event

Keys = tuple[str | int, ...]

_LONGEST = 1_000_000
# A second's work for the pure-Python parser, and forty times what the longest export of an environment has.
_MOST_EVENTS = 20_000
_DEEPEST = 100
_MOST_ALIASES = 100
# YAML would count these as line ends, which editors do not; NUL would end the text.
_ODD = {0x00: None, 0x85: " ", 0x2028: " ", 0x2029: " "}
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True)
class Yaml:
    """A document: mappings, lists, text and None.

    ``lines`` tells for each way of keys and indices the line at which it stands.
    """

    data: object
    lines: dict[Keys, int] = field(default_factory=dict)

    def line(self, *keys: str | int) -> int | None:
        """The line of what lies under these keys, or of the nearest thing around it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys)


def read_yaml(text: str, *, shown: str) -> Yaml:
    """The first document in a text.

    Raises:
        ManifestError: it is not YAML, too large, too deep, or repeats itself too often.
    """
    if len(text) > _LONGEST:
        raise _unreadable(shown, f"has more than {_LONGEST:,} characters")
    import yaml  # noqa: PLC0415 - start-up time

    events = yaml.parse(text.translate(_ODD), Loader=yaml.SafeLoader)
    try:
        return _Builder(shown).build(islice(events, _MOST_EVENTS + 1))
    except yaml.MarkedYAMLError as trouble:
        line = trouble.problem_mark.line + 1 if trouble.problem_mark else None
        raise _unreadable(shown, f"is not valid YAML: {trouble.problem}", line) from trouble
    except (yaml.YAMLError, RecursionError, ValueError) as trouble:
        raise _unreadable(shown, f"is not valid YAML: {str(trouble).splitlines()[0]}") from trouble


class _Level:
    """A mapping or list that is still being read."""

    def __init__(self, value: dict[str, object] | list[object], keys: Keys, anchor: str | None) -> None:
        self.value = value
        self.keys = keys
        self.anchor = anchor
        self.key: str | None = None
        self.merges: list[object] = []
        self.size = 1

    def next_keys(self) -> Keys:
        return (*self.keys, self.key or "" if isinstance(self.value, dict) else len(self.value))

    def put(self, item: object) -> None:
        if isinstance(self.value, list):
            self.value.append(item)
            return
        if self.key == "<<":
            self.merges.extend(item if isinstance(item, list) else [item])
        elif self.key is not None:
            self.value[self.key] = item
        self.key = None

    def finished(self) -> dict[str, object] | list[object]:
        """The value with what ``<<`` brings; what stands in the mapping itself wins."""
        if isinstance(self.value, dict):
            for merged in self.merges:
                for key, item in (merged if isinstance(merged, dict) else {}).items():
                    self.value.setdefault(key, item)
        return self.value


class _Builder:
    """Makes values of events; needs no recursion, so depth is bound by a number and not by the interpreter."""

    def __init__(self, shown: str) -> None:
        self._shown = shown
        self._levels: list[_Level] = []
        self._anchors: dict[str, tuple[object, int]] = {}
        self._aliases = 0
        self._size = 0
        self._lines: dict[Keys, int] = {}

    def build(self, events: Iterator[Event]) -> Yaml:
        """The first document that these events tell."""
        for count, event in enumerate(events):
            if count >= _MOST_EVENTS:
                raise _unreadable(self._shown, f"has more than {_MOST_EVENTS:,} parts")
            for done in self._take(event):
                return Yaml(done, self._lines)
        return Yaml(None, self._lines)

    def _take(self, event: Event) -> Iterator[object]:
        """Take in one event; yields the document's value when it is complete."""
        from yaml import events  # noqa: PLC0415 - start-up time

        match event:
            case events.MappingStartEvent():
                self._open({}, event)
            case events.SequenceStartEvent():
                self._open([], event)
            case events.ScalarEvent():
                yield from self._put(self._scalar(event), 1, event)
            case events.AliasEvent():
                yield from self._put(*self._alias(event.anchor), event)
            case events.CollectionEndEvent():
                level = self._levels.pop()
                value = level.finished()
                if level.anchor:
                    self._anchors[level.anchor] = (value, level.size)
                yield from self._put(value, level.size, None)

    def _open(self, value: dict[str, object] | list[object], event: Event) -> None:
        if len(self._levels) >= _DEEPEST:
            raise _unreadable(self._shown, f"is nested more than {_DEEPEST} deep", _line(event))
        keys = self._levels[-1].next_keys() if self._levels else ()
        self._mark(keys, event)
        self._levels.append(_Level(value, keys, getattr(event, "anchor", None)))

    def _put(self, value: object, size: int, event: Event | None) -> Iterator[object]:
        if not self._levels:
            yield value
            return
        level = self._levels[-1]
        level.size += size
        if level.size > _MOST_EVENTS:
            raise _unreadable(self._shown, "repeats itself too often")
        if isinstance(level.value, dict) and level.key is None:
            level.key = value if isinstance(value, str) else ""
            self._mark(level.next_keys(), event)
            return
        if isinstance(level.value, list):
            self._mark(level.next_keys(), event)
        level.put(value)

    def _mark(self, keys: Keys, event: Event | None) -> None:
        if event is not None:
            self._lines.setdefault(keys, _line(event))

    def _scalar(self, event: Event) -> str | None:
        value, style, anchor = (
            str(getattr(event, "value", "")),
            getattr(event, "style", None),
            getattr(event, "anchor", None),
        )
        is_key = bool(self._levels) and isinstance(self._levels[-1].value, dict) and self._levels[-1].key is None
        scalar = None if style is None and value in _NOTHING and not is_key else value
        if anchor:
            self._anchors[anchor] = (scalar, 1)
        return scalar

    def _alias(self, anchor: str | None) -> tuple[object, int]:
        self._aliases += 1
        if self._aliases > _MOST_ALIASES:
            raise _unreadable(self._shown, f"has more than {_MOST_ALIASES} aliases")
        # An alias to what is still being read would make the value contain itself.
        return self._anchors.get(anchor or "", (None, 1))


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _unreadable(shown: str, cause: str, line: int | None = None) -> ManifestError:
    return ManifestError(path=shown, line=line, reason=f"`{shown}` {cause}.", hint="Mend the file.")
