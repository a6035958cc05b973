"""What all rules about pip agree to call an installation by pip."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.dockerfile.shell.nodes import Command
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.rules._managers import Call, Manager, calls, manager, read_call

PIP = manager(
    "pip",
    valued="""
        --abi -b --build --cache-dir --cert --client-cert --config-settings --config-setting -C -c --constraint
        -e --editable --exists-action --extra-index-url -f --find-links --global-option --hash -i --index-url --pypi-url
        --implementation --install-option --keyring-provider --log --log-file --no-binary --only-binary --platform
        --prefix --progress-bar --proxy --python --python-version --report -r --requirement --resume-retries --retries
        --root --root-user-action --src --source --source-dir -t --target --timeout --default-timeout --trusted-host
        --upgrade-strategy --use-deprecated --use-feature --build-constraint --group
        --allow-external --allow-unverified --override --resolution --prerelease --index --default-index
        --index-strategy --link-mode --torch-backend -p --extra --refresh-package --reinstall-package -P
        --upgrade-package --exclude-newer --python-platform --directory --project
    """,
)
"""With the flags of ``uv pip`` too."""

UV = Manager(frozenset({"uv"}), PIP.valued, topics=frozenset({"pip"}))
"""``uv pip``, with ``pip`` as the topic."""

_PIP = re.compile(r"pip[0-9.]*")
_PYTHON = re.compile(r"python[0-9.]*|py")


def pip_calls(instruction: Instruction, context: Context) -> Iterator[tuple[Command, Call]]:
    """The commands ``pip install …`` and ``python -m pip install …`` of an instruction, each with what pip is told."""
    for command in context.commands(instruction):
        pip = _pip(command)
        call = read_call(pip, PIP) if pip is not None else None
        if call is not None and call.verb.value == "install":
            yield command, call


def installs(instruction: Instruction, context: Context) -> Iterator[Call]:
    """What pip and ``uv pip`` are told to install."""
    for _, call in pip_calls(instruction, context):
        yield call
    yield from (call for call in calls(instruction, context, UV, "install") if call.topic == "pip")


def _pip(command: Command) -> Command | None:
    """The command as pip reads it, or None where it is not pip's."""
    if _PIP.fullmatch(command.name):
        return command
    if not _PYTHON.fullmatch(command.name):
        return None
    values = [word.value for word in command.words]
    behind = next((at for at, pair in enumerate(pairwise(values), 1) if pair == ("-m", "pip")), None)
    return None if behind is None else command.narrowed(behind)
