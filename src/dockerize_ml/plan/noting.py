"""What the user should hear before the image is built: what it will miss, fetch or not answer to."""

import shlex
from collections.abc import Collection, Iterator

from dockerize_ml.config import Settings
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.model import Confidence
from dockerize_ml.facts.outside import Download
from dockerize_ml.knowledge.debian import needs_less
from dockerize_ml.plan.fetching import is_fetchable, is_fetched
from dockerize_ml.plan.installers.registry import SOURCE
from dockerize_ml.plan.making import makers_run, notes_on_made
from dockerize_ml.plan.model import Note
from dockerize_ml.plan.reasons import at, listed

_POINTER = "Git LFS pointer"
# Bytes: what takes minutes to push and to pull.
_HUGE = 2_000_000_000
_MOST_NAMED = 8
_RESULTS = 3


def notes_about(inspection: Inspection, settings: Settings) -> Iterator[Note]:
    """One note for each thing, each with the line that shows it."""
    yield from _guessed_program(inspection)
    yield from _absent_program(inspection)
    makers = makers_run(inspection, settings)
    yield from _missing_files(inspection, {path for maker in makers for path in maker.makes})
    yield from notes_on_made(makers)
    yield from _pointers(inspection)
    yield from _huge_files(inspection)
    yield from _downloads(inspection, settings)
    yield from _asked(inspection)
    yield from _wordless(inspection)
    yield from _required(inspection, settings)
    yield from _tables(inspection)
    yield from _results(inspection)
    yield from _left_out(inspection)
    yield from _needing_less(inspection)
    yield from _tools(inspection)


def _guessed_program(inspection: Inspection) -> Iterator[Note]:
    entry = inspection.facts.entrypoint
    if entry.confidence is Confidence.GUESS:
        others = ", ".join([each.entrypoint for each in inspection.programs[1:] if each.entrypoint][:3])
        yield Note(
            text=f"What to start is a guess: {entry.value}." + (f" It could be {others}." if others else ""),
            hint="`--entrypoint` says what it is.",
        )


def _absent_program(inspection: Inspection) -> Iterator[Note]:
    """A command of the manifest whose module is nowhere: what is installed would bring nothing that it could start."""
    entry, program = inspection.facts.entrypoint.value or "", next(iter(inspection.programs), None)
    scripts = inspection.manifest.scripts if inspection.manifest else {}
    if program is None or program.entrypoint != entry or entry not in scripts:
        return
    declares = f"{entry} = {scripts[entry]}"
    # The manifest stands for the file that was not found.
    if any((evidence.path, evidence.reason) == (program.file, declares) for evidence in program.because):
        yield Note(
            text=f"`{entry}` starts {scripts[entry]}, which is not in the folder.",
            hint="Put its module there, or name another program: `--entrypoint`.",
        )


def _missing_files(inspection: Inspection, made: Collection[str]) -> Iterator[Note]:
    for opened in inspection.outside.opened:
        if not opened.exists and opened.is_model and opened.path not in made:
            yield Note(
                text=f"{opened.path} is opened ({at(opened.evidence)}) but is not in the folder.",
                hint=f"Put it there before you build, or mount it: `docker run -v` … `:/app/{opened.path}`.",
            )


def _pointers(inspection: Inspection) -> Iterator[Note]:
    for evidence in inspection.facts.models.evidence:
        if _POINTER in evidence.reason:
            yield Note(
                text=f"{evidence.path} is not the model but Git LFS's pointer to it.",
                hint="Run `git lfs pull` before you build.",
            )


def _huge_files(inspection: Inspection) -> Iterator[Note]:
    models = inspection.facts.models.value or ()
    for path, size in inspection.outside.biggest:
        if size >= _HUGE and path in models:
            yield Note(
                text=f"{path} makes the image {size / 1e9:.1f} GB bigger, and every copy of the image with it.",
                hint=f"Mount it instead: put it into .dockerignore, then `docker run -v` … `:/app/{path}:ro`.",
            )


def _downloads(inspection: Inspection, settings: Settings) -> Iterator[Note]:
    for download in inspection.outside.downloads:
        if download.lacking:
            yield _lacking(download, settings)
            continue
        if is_fetched(download, settings.weights):
            continue
        what = download.name or "weights or data"
        at_build = " Or fetch it when the image is built: `--weights build`." if is_fetchable(download) else ""
        yield Note(
            text=f"{what} is fetched from {download.origin} when the program runs ({at(download.evidence)}).",
            hint="Keep it between runs: `docker run -v model-cache:/home/app/.cache` …." + at_build,
        )


def _lacking(download: Download, settings: Settings) -> Note:
    """What the program uses, and what neither its code nor its requirements bring."""
    where = at(download.evidence)
    if is_fetched(download, settings.weights):
        origin = download.origin
        return Note(
            text=f"{download.name} ({where}) is fetched from {origin} when the image is built: nothing else brings it.",
            hint="The build needs that host; `--weights run` leaves it out.",
        )
    return Note(
        text=f"{download.name} is needed ({where}), but neither the code nor the requirements bring it.",
        hint="`--weights build` fetches it when the image is built."
        if is_fetchable(download)
        else "Add its wheel to the requirements: https://github.com/explosion/spacy-models/releases",
    )


def _asked(inspection: Inspection) -> Iterator[Note]:
    """What whoever runs the image has to give, since nobody else knows it."""
    program = next(iter(inspection.programs), None)
    for asked in program.asks if program else ():
        yield Note(
            text=f"The program does not start without {asked.reason} ({at(asked)}).",
            hint="Put it behind the image's name: `docker run IMAGE …`.",
        )
    for folder, asked in program.folders if program else ():
        yield Note(
            text=f"The program does not start without a folder ({asked.reason}, {at(asked)}): it gets {folder}, empty.",
            hint=f"Mount yours there: `docker run --volume PATH:{folder} IMAGE`.",
        )


def _wordless(inspection: Inspection) -> Iterator[Note]:
    """What happens where nobody types anything behind the image's name."""
    wordless, entry = inspection.outside.wordless, inspection.facts.entrypoint.value
    if wordless and not inspection.outside.given and inspection.programs[0].entrypoint == entry:
        yield Note(
            text=f"The program does nothing without words ({at(wordless)}): alone the image shows which it takes.",
            hint="Put them behind the image's name: `docker run IMAGE …`.",
        )


def _required(inspection: Inspection, settings: Settings) -> Iterator[Note]:
    """Variables that nothing gives: no default, no example, no random text would do."""
    outside = inspection.outside
    sampled, made = ({each.name for each in some} for some in (outside.samples, outside.own_secrets))
    given = {*settings.env, *sampled, *made}
    lacking = [each for each in outside.required if each.name not in given]
    if len(lacking) > _MOST_NAMED:
        # Parts of a large program that nobody may use.
        lacking = [each for each in lacking if each.at_import]
    if lacking:
        places = listed(f"{each.name} ({at(each.evidence)})" for each in lacking)
        called = " ".join(f"-e {each.name}=…" for each in lacking)
        yield Note(
            text=f"The program fails without {places}, which nothing gives it.",
            hint=f"Start it with `docker run {called} IMAGE`.",
        )


def _tables(inspection: Inspection) -> Iterator[Note]:
    """Tables are made for the database of the day, so never when the image is built; it makes those of its own file."""
    for maker in inspection.outside.tables:
        if maker.own is not None:
            continue
        command = shlex.join(maker.words)
        volume = ("--volume", f"data:{SOURCE}/{maker.folder}") if maker.folder else ()
        variables = (word for name, value in maker.variables for word in ("--env", f"{name}={value}"))
        called = shlex.join(("docker", "run", "--rm", *volume, *variables, "IMAGE", *maker.words))
        yield Note(
            text=f"Its database has no tables until `{command}` makes them ({at(maker.evidence)}).",
            hint=f"Run it once, with the volume or the database that the program gets: `{called}`.",
        )


def _results(inspection: Inspection) -> Iterator[Note]:
    """A job's container is gone once it is done, and with it what it was run for."""
    found = inspection.outside.results
    if not found or inspection.facts.kind.value != "job":
        return
    shown = ", ".join(f"{each.path} ({at(each.evidence)})" for each in found[:_RESULTS])
    copies = "; ".join(shlex.join(("docker", "cp", f"job:{SOURCE}/{each.path}", ".")) for each in found[:_RESULTS])
    yield Note(
        text=f"What it writes stays in its container, which `--rm` takes away: {shown}.",
        hint=f"Take it out: `docker run --name job IMAGE; {copies}; docker rm job`.",
    )


def _left_out(inspection: Inspection) -> Iterator[Note]:
    for line in inspection.manifest.unusable if inspection.manifest else ():
        yield Note(
            text=f"{line.text} ({line.at}) is left out: {line.reason}",
            hint=f"`{line.replacement}` is installed instead." if line.replacement else "",
        )


def _needing_less(inspection: Inspection) -> Iterator[Note]:
    """Another distribution that spares Debian packages; what a lock names is not its owner's to exchange by hand."""
    for requirement in inspection.manifest.requirements if inspection.manifest else ():
        less = None if requirement.group or requirement.kind == "locked" else needs_less(requirement.name)
        if less is not None:
            yield Note(
                text=f"{requirement.name} ({requirement.at}) needs {less.spares}.",
                hint=f"`{less.replacement}` does not. {less.why}",
            )


def _tools(inspection: Inspection) -> Iterator[Note]:
    found = inspection.outside.tools
    if found:
        names = listed(each.name for each in found)
        yield Note(
            text=f"For developers, and in the image all the same: {names} ({at(found[0].evidence)}).",
            hint="In a list of their own, `requirements-dev.txt`, they stay out of it.",
        )
