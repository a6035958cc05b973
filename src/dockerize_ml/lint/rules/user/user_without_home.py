"""The user of the image has no home to write to.

Why:
    A number without an entry in passwd has `/` for a home, and `useradd` makes none unless it is told to. What keeps
    caches and settings there (Hugging Face, Matplotlib, Numba, Streamlit, pip) ends with "Permission denied".

Before:
    FROM python:3.12-slim
    RUN useradd --system app
    USER app
    CMD ["python", "train.py"]

After:
    FROM python:3.12-slim
    RUN useradd --system --create-home app
    USER app
    CMD ["python", "train.py"]
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules._bases import outside
from dockerize_ml.lint.rules._managers import with_flag
from dockerize_ml.lint.rules._mentions import mentions
from dockerize_ml.lint.rules.serving._start import Start, start_of

_BASES = frozenset({"python", "debian", "ubuntu"})
# A home is made or named somewhere, or its caches are.
_SETTLED = re.compile(
    r"\bHOME\b|HF_HOME|XDG_|_CACHE|_CACHE_DIR|MPLCONFIGDIR|/home/|(?<!no-)create-home|mkhomedir|--home|passwd|nss_wrapper|adduser"
)
_ROOT = frozenset({"root", "0"})


@rule("ML311", Level.INFO, on="file", words=("USER", "user"))
def user_without_home(context: Context) -> Iterator[Hit]:
    last, start = context.last, start_of(context)
    if last is None or start is None or not _is_python(start) or mentions(context, _SETTLED):
        return
    image = outside(last, context)
    setter = context.state_after(last).user_set_by
    if image.familiar not in _BASES or "alpine" in (image.tag or "") or setter is None:
        return
    word = setter.words[0]
    name = word.value.partition(":")[0]
    made = list(_useradds(context))
    if "$" in name or name in _ROOT or any(command.has_flag("m", "d", "b") for _, command in made):
        return
    run, maker = next((each for each in made if name in {word.value for word in each[1].args}), (None, None))
    if name.isdecimal() and maker is None and not (image.familiar == "ubuntu" and name == "1000"):
        yield Hit(word.span, "This user has no home, so that nothing can be kept there. Make one with `useradd -m`.")
    elif run is not None and maker is not None:
        fix = with_flag(run, maker.words[0], "--create-home", safe=False)
        yield Hit(maker.span, f"`{name}` gets no home, so that nothing can be kept there. Add `--create-home`.", fix)


def _is_python(start: Start) -> bool:
    return bool(start.script) or start.server is not None


def _useradds(context: Context) -> Iterator[tuple[Instruction, Command]]:
    for stage in context.ancestry(context.stages[-1]):
        for run in (each for each in stage.instructions if each.keyword == "RUN"):
            yield from ((run, command) for command in context.commands(run, "useradd"))
