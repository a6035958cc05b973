"""A RUN uses an ARG that its stage does not see.

Why:
    An ARG above the first FROM is for FROM alone, and one of another stage ends with that stage. In the RUN the
    variable is empty, without a word: `pip install torch==$TORCH_VERSION` becomes `torch==`, `rm -rf $DIR/*` becomes
    `rm -rf /*`.

Before:
    ARG VERSION=3.0.3
    FROM python:3.12
    RUN pip install --no-cache-dir flask==$VERSION

After:
    ARG VERSION=3.0.3
    FROM python:3.12
    ARG VERSION
    RUN pip install --no-cache-dir flask==$VERSION
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command, ShellWord
from dockerize_ml.knowledge.base_variables import base_variables
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Edit, Fix, Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._above import above
from dockerize_ml.lint.rules._bases import known_base, outside

_REFERENCE = re.compile(r"\$(?:(?P<name>[A-Za-z_]\w*)|\{(?P<braced>[A-Za-z_]\w*)(?P<operator>[^}]*)\})")
# They set variables that no word shows.
_SET_SOMETHING = frozenset({"read", "source", ".", "eval", "getopts", "mapfile", "declare", "for"})


@rule("ML512", Level.WARNING, on="RUN", words=("ARG", "arg"), onbuild=True)
def arg_out_of_scope_in_run(instruction: Instruction, context: Context) -> Iterator[Hit]:
    if not _arguments(context) or "$" not in instruction.body.text or not _is_base_known(instruction, context):
        return
    commands = context.commands(instruction)
    if any(command.name in _SET_SOMETHING for command in commands):
        return
    assigned = {each.name for command in commands for each in command.assignments} | set(_exported(commands))
    seen: set[str] = set()
    for command in commands:
        for word in _words(command):
            for name in _names(word):
                if name in seen or name in assigned or not _is_out_of_reach(name, instruction, context):
                    continue
                seen.add(name)
                message = f"`{name}` is empty here: its ARG does not reach this stage. Write `ARG {name}` above."
                yield Hit(word.span, message, _fix(name, instruction, context))


@lru_cache(maxsize=1)
def _arguments(context: Context) -> dict[str, bool]:
    """The names that ARG declares anywhere, and whether one stands above the first FROM."""
    found: dict[str, bool] = {}
    for each in context.file.instructions:
        if each.keyword == "ARG":
            for pair in each.pairs:
                found[pair.key.text] = found.get(pair.key.text, False) or each.stage < 0
    return found


def _is_base_known(instruction: Instruction, context: Context) -> bool:
    """Whether it is known which variables the base image sets: another may set the one in question."""
    stage = context.stage(instruction)
    return stage is not None and base_variables(outside(stage, context).name) is not None


def _is_out_of_reach(name: str, instruction: Instruction, context: Context) -> bool:
    stage = context.stage(instruction)
    if stage is None or name not in _arguments(context) or context.scope(instruction).find(name) is not None:
        return False
    base = known_base(stage, context)
    inherited = base_variables(outside(stage, context).name) or frozenset()
    return name not in inherited and not (base and name in base.env)


def _words(command: Command) -> Iterator[ShellWord]:
    yield from (word for word in command.words if not word.literal)
    yield from (each.value for each in command.assignments if not each.value.literal)
    yield from (each.target for each in command.redirects if not each.target.literal)


def _names(word: ShellWord) -> Iterator[str]:
    """The variables whose value is taken without a substitute."""
    # Between single quotes nothing is replaced; a word that has some is left alone.
    if "'" in word.text:
        return
    for found in _REFERENCE.finditer(word.text):
        if not word.text[: found.start()].endswith("\\") and not (found["operator"] or "").startswith(
            (":-", "-", ":+", "+", ":=", "=")
        ):
            yield found["name"] or found["braced"]


def _exported(commands: tuple[Command, ...]) -> Iterator[str]:
    for command in commands:
        if command.name in {"export", "local", "env", "readonly"}:
            yield from (word.value.partition("=")[0] for word in command.args)


def _fix(name: str, instruction: Instruction, context: Context) -> Fix | None:
    """Let the stage see the ARG above FROM; one of another stage has no value to take over."""
    if not _arguments(context)[name] or instruction.span.start != context.line_of(instruction.extent).start:
        return None
    return Fix(f"Write `ARG {name}` above", safe=True, edits=(Edit(above(instruction, context), f"ARG {name}\n"),))
