"""The program: ``dockerize-ml`` and ``python -m dockerize_ml``."""

import gc
import sys

from dockerize_ml.version import __version__


def main() -> None:
    """Answer ``--version`` at once; load the command line for everything else."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"dockerize-ml {__version__}")  # noqa: T201 - this is the output
        return
    # Most of a short run loads modules, which leaves no garbage to look for.
    gc.set_threshold(50_000)
    from dockerize_ml.cli import run  # noqa: PLC0415 - the version must not wait for it

    run()


if __name__ == "__main__":
    main()
