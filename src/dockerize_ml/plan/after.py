"""A command behind others, in a shell that gives way to it so that signals get there."""

import shlex


def after(first: str, arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The words of both.

    Args:
        first: for a shell, with what stands between: ``python manage.py migrate;``.
        arguments: the command.
    """
    match arguments:
        case ("sh", "-c", line):
            pass
        case _:
            line = f"exec {shlex.join(arguments)}"
    return "sh", "-c", f"{first} {line}"
