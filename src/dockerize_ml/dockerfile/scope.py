"""What variables are set at an instruction: global ARGs, and the ARG and ENV of a stage and its parents."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from dockerize_ml.dockerfile.lex_error import LexError
from dockerize_ml.dockerfile.lexer import Absent, Lexer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.dockerfile.nodes import Dockerfile, Instruction, Pair, Stage, Word

PLATFORM_ARGS = frozenset({
    "BUILDPLATFORM", "BUILDOS", "BUILDOSVERSION", "BUILDARCH", "BUILDVARIANT",
    "TARGETPLATFORM", "TARGETOS", "TARGETOSVERSION", "TARGETARCH", "TARGETVARIANT", "TARGETSTAGE",
})  # fmt: skip
"""Set by the engine for FROM; a stage has to name them in an ARG of its own."""

PROXY_ARGS = frozenset({
    "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy",
    "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy",
})  # fmt: skip
"""Reach the processes of RUN without an ARG, and no other instruction."""

DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
"""What the engine sets in an image made from scratch."""

# A value that doubles with every ENV would soon fill the memory.
_LONGEST_VALUE = 65_536


class Variable(NamedTuple):
    """A variable that an instruction can use.

    Attributes:
        name: without the ``$``.
        value: what the file says it is; None where only the build knows (``ARG name``, a platform argument).
        kind: how it was set.
        fixed: whether no ``--build-arg`` can change the value.
        at: the instruction that set it, or None for those that the engine sets.
    """

    name: str
    value: str | None
    kind: Literal["arg", "env", "engine"]
    fixed: bool
    at: Instruction | None = None


@dataclass(slots=True)
class _Layer:
    """The variables of a stage in the order in which they were set."""

    below: _Layer | None
    outside: bool
    count: int = 0
    history: dict[str, tuple[list[int], list[Variable]]] = field(default_factory=dict)

    def set(self, variable: Variable) -> None:
        times, variables = self.history.setdefault(variable.name, ([], []))
        times.append(self.count)
        variables.append(variable)
        self.count += 1

    def find(self, name: str, before: int) -> Variable | None:
        if entry := self.history.get(name):
            index = bisect_left(entry[0], before)
            if index:
                return entry[1][index - 1]
        return None


@dataclass(frozen=True, slots=True)
class Scope:
    """The variables at one instruction.

    ``outside`` says that the stage stands on an image from elsewhere, which may have set more.
    """

    _layer: _Layer
    _before: int

    @property
    def outside(self) -> bool:
        """Whether the base image may have set variables that this file does not show."""
        return self._layer.outside

    def find(self, name: str) -> Variable | None:
        """The variable, or None if this file does not set it before the instruction."""
        layer: _Layer | None = self._layer
        before = self._before
        while layer is not None:
            if found := layer.find(name, before):
                return found
            layer = layer.below
            before = layer.count if layer else 0
        return None

    def names(self) -> frozenset[str]:
        """The names of all variables that the file sets before the instruction."""
        names: set[str] = set()
        layer: _Layer | None = self._layer
        before = self._before
        while layer is not None:
            names.update(name for name in layer.history if layer.find(name, before))
            layer = layer.below
            before = layer.count if layer else 0
        return frozenset(names)

    def lookup(self, name: str) -> str | Absent:
        """The value for a Lexer: unknown where the build or the base image decides."""
        variable = self.find(name)
        if variable is None:
            return Absent.UNKNOWN if self.outside else Absent.UNSET
        return Absent.UNKNOWN if variable.value is None else variable.value

    def fixed(self, name: str) -> str | Absent:
        """Like ``lookup``, and unknown also where a ``--build-arg`` may change the value."""
        variable = self.find(name)
        if variable is not None and not variable.fixed:
            return Absent.UNKNOWN
        return self.lookup(name)


def global_scope(instructions: Iterable[Instruction], escape: str) -> Scope:
    """The scope that every FROM is read in, after the instructions before the first of them."""
    layer = _global_layer()
    for instruction in instructions:
        for variable in _settings(instruction, Scope(layer, layer.count), None, escape):
            layer.set(variable)
    return Scope(layer, layer.count)


def walk_scopes(dockerfile: Dockerfile, *, triggers: bool = False) -> Iterator[tuple[Instruction, Scope]]:
    """Every instruction with the scope that it is read in, in the order of the file.

    With ``triggers`` also those inside ONBUILD, each behind its ONBUILD: they see all that the stage sets, since they
    run in a build that starts from it, and what the triggers before them set.
    """
    outermost = _global_layer()
    layers: list[_Layer] = []
    layer = outermost
    triggered: _Layer | None = None
    for instruction in dockerfile.instructions:
        if instruction.keyword == "FROM" and len(layers) < len(dockerfile.stages):
            yield instruction, Scope(outermost, outermost.count)
            layer = _stage_layer(dockerfile.stages[len(layers)], layers)
            layers.append(layer)
            triggered = None
            continue
        scope = Scope(layer, layer.count)
        yield instruction, scope
        if triggers and instruction.trigger is not None:
            triggered = triggered or _Layer(layer, layer.outside)
            inner = Scope(triggered, triggered.count)
            yield instruction.trigger, inner
            for variable in _settings(instruction.trigger, inner, None, dockerfile.escape):
                triggered.set(variable)
        for variable in _settings(instruction, scope, None if layer is outermost else outermost, dockerfile.escape):
            layer.set(variable)


def scope_at(dockerfile: Dockerfile, instruction: Instruction) -> Scope:
    """The scope of one instruction; for many, ``walk_scopes`` is the faster way.

    Raises:
        ValueError: the instruction is not of this file.
    """
    for other, scope in walk_scopes(dockerfile, triggers=True):
        if other is instruction:
            return scope
    raise ValueError("the instruction is not of this file")


def _engine_layer() -> _Layer:
    layer = _Layer(None, outside=False)
    for name in sorted(PLATFORM_ARGS):
        layer.set(Variable(name, None, "engine", fixed=False))
    return layer


_ENGINE = _engine_layer()


def _global_layer() -> _Layer:
    return _Layer(_ENGINE, outside=False)


def _stage_layer(stage: Stage, layers: list[_Layer]) -> _Layer:
    if stage.parent is not None:
        below = layers[stage.parent]
        return _Layer(below, below.outside)
    layer = _Layer(None, outside=stage.base != "scratch")
    if not layer.outside:
        layer.set(Variable("PATH", DEFAULT_PATH, "engine", fixed=True))
    return layer


def _settings(instruction: Instruction, scope: Scope, above: _Layer | None, escape: str) -> Iterator[Variable]:
    """The variables that an instruction sets; ``above`` holds the global ones, if this is not among them."""
    if instruction.keyword == "ENV":
        for pair in instruction.pairs:
            if pair.value is not None:
                name, _ = _evaluated(pair.key, scope, escape)
                value, fixed = _evaluated(pair.value, scope, escape)
                yield Variable(name or pair.key.value, value, "env", fixed, instruction)
    if instruction.keyword == "ARG":
        layer = scope._layer  # noqa: SLF001 - each ARG of a line sees those before it
        for pair in instruction.pairs:
            yield _argument(pair, instruction, Scope(layer, layer.count), above, escape)


def _argument(pair: Pair, instruction: Instruction, scope: Scope, above: _Layer | None, escape: str) -> Variable:
    name = pair.key.text
    if pair.value is not None:
        value, _ = _evaluated(pair.value, scope, escape)
        return Variable(name, value, "arg", fixed=False, at=instruction)
    # A bare name takes over the global default, or keeps what the stage already has.
    inherited = (Scope(above, above.count).find(name) if above else None) or scope.find(name)
    return Variable(name, inherited.value if inherited else None, "arg", fixed=False, at=instruction)


def _evaluated(word: Word, scope: Scope, escape: str) -> tuple[str | None, bool]:
    """The value of a word, None if it is not known, and whether no build argument can change it."""
    if "$" not in word.text:
        return word.value, True
    lexer = Lexer(word.text, escape, scope.lookup)
    try:
        value = lexer.text()
    except LexError:
        return None, False
    names = {reference.name for reference in lexer.references}
    if lexer.given_up or len(value) > _LONGEST_VALUE or any(scope.lookup(name) is Absent.UNKNOWN for name in names):
        return None, False
    return value, all((variable := scope.find(name)) is None or variable.fixed for name in names)
