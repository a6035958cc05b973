"""An instruction uses a variable that nothing has set.

Why:
    It is empty there. Often it is misspelt, set too late, or an ARG above the first FROM, which a stage only sees if it
    names it in an ARG of its own.

Before:
    FROM debian:12-slim
    ENV PATH=/srv/bin:$PAHT

After:
    FROM debian:12-slim
    ENV PATH=/srv/bin:$PATH

Differs:
    BuildKit asks the base image for its variables. This rule asks nobody: it knows the variables of some official
    images, and of other images it only takes an ARG of this file that is out of reach for unset.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.expand import Reference, references
from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Instruction, Stage
from dockerize_ml.dockerfile.refusals.suggestion import nearest
from dockerize_ml.knowledge.base_variables import base_variables
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._first_line import on_first_line

_FROM_BUILDER = frozenset({"BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"})
_KEYWORDS = ("ADD", "ARG", "COPY", "ENV", "LABEL", "RUN", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR")


@rule("BK011", Level.WARNING, on=_KEYWORDS, words=("$",), aliases=("UndefinedVar",))
def set_before_use(instruction: Instruction, context: Context) -> Iterator[Hit]:
    stage = context.stage(instruction)
    if stage is None:
        return
    for reference in references(instruction, context.scope(instruction), context.file.escape):
        if not reference.unresolved or _is_set_beside(reference, instruction):
            continue
        if _is_unset(reference.name, stage, context):
            span = on_first_line(instruction, reference.span, context)
            yield Hit(span, f"Nothing has set `{reference.name}` here. {_hint(reference, instruction, context)}")


def _is_set_beside(reference: Reference, instruction: Instruction) -> bool:
    """Whether an earlier ARG of the same line has set it; ENV sets all of its line at once."""
    before = (pair.key.text for pair in instruction.pairs if pair.span.end < reference.span.start)
    return instruction.keyword == "ARG" and reference.name in before


def _is_unset(name: str, stage: Stage, context: Context) -> bool:
    if name in _FROM_BUILDER:
        return False
    *_, oldest = context.ancestry(stage)
    if name in _triggered(list(context.ancestry(stage))[1:]):
        return False
    if oldest.base == "scratch":
        return True
    inherited = base_variables(ImageReference.parse(oldest.base).name)
    return name in context.own_arguments if inherited is None else name not in inherited


def _triggered(parents: list[Stage]) -> Iterator[str]:
    """The variables that ONBUILD of the stages below has set."""
    for parent in parents:
        for instruction in parent.instructions:
            if instruction.trigger is not None:
                yield from (pair.key.text for pair in instruction.trigger.pairs)


def _hint(reference: Reference, instruction: Instruction, context: Context) -> str:
    name = reference.name
    near = nearest(name, sorted(context.scope(instruction).names()))
    if near is not None:
        return f"Did you mean `{near}`?"
    if any(pair.key.text == name for other in _above(context) for pair in other.pairs):
        return f"The ARG above FROM does not reach this stage. Write `ARG {name}` in it too."
    return f"Write `ARG {name}` or `ENV {name}=…` above."


def _above(context: Context) -> Iterator[Instruction]:
    """The ARGs above the first FROM."""
    return (each for each in context.file.instructions if each.stage < 0 and each.keyword == "ARG")
