"""What a command gives the program that it starts."""


def behind(argv: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind the module or the file that Python runs; none where that cannot be told.

    Args:
        argv: the command's words, Python first.
    """
    match argv:
        case (_, "-m", _, *rest):
            return tuple(rest)
        case (_, file, *rest) if file.endswith(".py"):
            return tuple(rest)
    return ()
