"""From a plan to the texts of the Dockerfile and the .dockerignore, held against the plan before anyone sees them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import TemplateError

from dockerize_ml.dockerfile import parse
from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.errors import ConfigError
from dockerize_ml.plan.model import Command, Entrypoint, Plan
from dockerize_ml.render.templates import environment


@dataclass(frozen=True, slots=True)
class Rendered:
    """The texts of the two files."""

    dockerfile: str
    dockerignore: str


def render(plan: Plan, overrides: Mapping[str, str] | None = None) -> Rendered:
    """Write the plan down.

    Args:
        plan: what the image is made of.
        overrides: the user's own templates by name, over ours.

    Raises:
        ConfigError: a template of the user's does not work, or writes other instructions than the plan has.
        ProjectError: something in the project has a name that no Dockerfile can hold.
    """
    templates = environment(overrides or {})
    try:
        texts = {
            name: templates.get_template(f"{name}.j2").render(plan=plan) for name in ("Dockerfile", "dockerignore")
        }
    except TemplateError as error:
        raise ConfigError(
            path=getattr(error, "name", None),
            line=getattr(error, "lineno", None),
            reason=f"the template does not work: {error.message}",
            hint="Mend it, or remove it to use ours.",
        ) from error
    rendered = Rendered(dockerfile=_tidy(texts["Dockerfile"]), dockerignore=_tidy(texts["dockerignore"]))
    if overrides:
        _refuse_what_does_not_parse(rendered.dockerfile)
    else:
        _hold_against(plan, rendered.dockerfile)
    return rendered


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _refuse_what_does_not_parse(text: str) -> None:
    """A user's own templates may write other instructions than ours would, but they have to write a Dockerfile."""
    problems = parse(text).problems
    if problems:
        raise ConfigError(
            reason=f"your templates write no Dockerfile: {problems[0].message}", hint=problems[0].hint or "Mend them."
        )


def _hold_against(plan: Plan, text: str) -> None:
    """The plan's instructions and nothing else: a value that became an instruction would show here."""
    parsed = parse(text)
    steps = [step for stage in plan.stages for step in stage.steps]
    expected = [keyword for step in steps for keyword in step.instructions]
    written = [instruction.keyword for instruction in parsed.instructions]
    if parsed.problems or written != expected:
        raise AssertionError(f"rendered {written} for {expected}: {[problem.message for problem in parsed.problems]}")
    commands = [step for step in steps if isinstance(step, (Command, Entrypoint))]
    for step, instruction in zip(commands, _exec_instructions(parsed.instructions), strict=True):
        words = tuple(word.value for word in instruction.exec or ())
        if words != step.arguments:
            raise AssertionError(f"rendered {words} for {step.arguments}")


def _exec_instructions(instructions: tuple[Instruction, ...]) -> list[Instruction]:
    return [instruction for instruction in instructions if instruction.keyword in {"CMD", "ENTRYPOINT"}]
