"""What a rule is: its card (code, name, level, when it matters) and the one function that looks."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dockerize_ml.dockerfile.nodes import Instruction, Stage
    from dockerize_ml.lint.context import Context
    from dockerize_ml.lint.finding import Hit, Level

    InstructionCheck = Callable[[Instruction, Context], Iterator[Hit]]
    StageCheck = Callable[[Stage, Context], Iterator[Hit]]
    FileCheck = Callable[[Context], Iterator[Hit]]
    Check = InstructionCheck | StageCheck | FileCheck

Preset = Literal["recommended", "hadolint", "buildkit"]


class Rule(NamedTuple):
    """The card of a rule; the function behind it is imported when it is first needed.

    Attributes:
        code: ``DL…``, ``BK…`` or ``ML…``; stable.
        name: the function's name with hyphens, for people: ``no-pip-cache``.
        level: how much it matters, unless the settings say otherwise.
        on: the keywords of the instructions it wants to see; or ``stage`` to see each stage, ``file`` to be asked once,
            ``end`` to be asked once when it is known what the other rules found, ``project`` to be asked once where the
            user has named the build context.
        aliases: the names of BuildKit's checks that it answers to.
        words: it can only hit a file in which one of these occurs (exact case); empty if any file may hit.
        onbuild: whether it also looks at the instruction inside ONBUILD.
        needs: the setting (a field of ``Settings``) without which it has nothing to say.
        opt_in: off until somebody selects it by code.
        presets: where it belongs if not where its code says (see ``presets.py``).
        module: where the function lives.
    """

    code: str
    name: str
    level: Level
    on: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    onbuild: bool = False
    needs: str = ""
    opt_in: bool = False
    presets: tuple[Preset, ...] | None = None
    module: str = ""

    @property
    def family(self) -> str:
        """The folder it lives in, such as ``image`` or ``pip``."""
        return self.module.rsplit(".", 2)[-2]

    @property
    def names(self) -> tuple[str, ...]:
        """Everything a user may call it by."""
        return (self.code, self.name, *self.aliases)

    @property
    def check(self) -> Check:
        """The function that looks."""
        if self.module not in _CHECKS:
            import_module(self.module)
        return _CHECKS[self.module]


_CHECKS: dict[str, Check] = {}


def rule(  # noqa: PLR0913 - a card has as many fields as it has
    code: str,
    level: Level,
    *,
    on: str | tuple[str, ...],
    aliases: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    onbuild: bool = False,
    needs: str = "",
    opt_in: bool = False,
    presets: tuple[Preset, ...] | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of the one public function of a module; ``lint/rules/__init__.py`` shows how."""

    def card(function: Check) -> Rule:
        _CHECKS[function.__module__] = function
        return Rule(
            code=code,
            name=function.__name__.replace("_", "-"),
            level=level,
            on=(on,) if isinstance(on, str) else on,
            aliases=aliases,
            words=words,
            onbuild=onbuild,
            needs=needs,
            opt_in=opt_in,
            presets=presets,
            module=function.__module__,
        )

    return card
