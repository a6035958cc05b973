"""Models and data that the folder does not hold, made by the project's own scripts when the image is built."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from dockerize_ml.config import Settings
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.outside import Maker
from dockerize_ml.plan.installers.registry import SOURCE
from dockerize_ml.plan.model import Note, Run
from dockerize_ml.plan.reasons import at, listed


def makers_run(inspection: Inspection, settings: Settings) -> tuple[Maker, ...]:
    """The scripts that the build runs, in their order; none where the user wants nothing got before the program runs.

    Args:
        inspection: of the project.
        settings: ``weights`` says so.
    """
    return () if settings.weights == "run" else inspection.outside.makers


def made(makers: Sequence[Maker], workdir: str) -> Iterator[Run]:
    """A step for each.

    Args:
        makers: what to run.
        workdir: the folder that the image's steps are in, relative to the project's root.
    """
    for maker in makers:
        elsewhere = ("env", f"--chdir={PurePosixPath(SOURCE) / maker.workdir}") if maker.workdir != workdir else ()
        folders = ":".join(str(PurePosixPath(SOURCE) / root) for root in maker.import_roots)
        yield Run(
            variables=(("PYTHONPATH", folders),) if folders else (),
            words=(*elsewhere, "python", *maker.words),
            why=(
                f"Makes {listed(maker.makes)} ({at(maker.evidence)}): it is opened, and the folder has none.",
                "It is run anew whenever the source changes; put what it makes into the folder to go without.",
            ),
        )


def notes_on_made(makers: Sequence[Maker]) -> Iterator[Note]:
    """That the build runs them, which takes as long as they take."""
    for maker in makers:
        yield Note(
            text=f"{listed(maker.makes)} is not in the folder: {maker.file} makes it when the image is built.",
            hint="Put it there to build faster; `--weights run` leaves it out.",
        )
