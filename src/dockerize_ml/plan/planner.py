"""From what was found and what was set to the plan of an image."""

from collections.abc import Iterator
from dataclasses import replace

from dockerize_ml.config import Comments, Settings
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.model import Facts
from dockerize_ml.facts.outside import WrittenFolder
from dockerize_ml.manifests.names import distribution
from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.plan.accompanying import accompanied, why_accompanied
from dockerize_ml.plan.activating import activated, as_sampled, notes_on_variables
from dockerize_ml.plan.basing import base_for
from dockerize_ml.plan.caching import cache_variables, kept_folders
from dockerize_ml.plan.devices import notes_on_devices
from dockerize_ml.plan.fetching import fetched, packaged
from dockerize_ml.plan.ignoring import ignore_groups, notes_on_ignored
from dockerize_ml.plan.installers.registry import SOURCE, Job
from dockerize_ml.plan.installing import build_stage, installation
from dockerize_ml.plan.labelling import labels
from dockerize_ml.plan.layering import big_models, source_stage
from dockerize_ml.plan.looked_for import looked_for
from dockerize_ml.plan.making import made, makers_run
from dockerize_ml.plan.model import Plan, Stage, Step
from dockerize_ml.plan.naming_root import FOLDER as NAMED
from dockerize_ml.plan.naming_root import named_root
from dockerize_ml.plan.noting import notes_about
from dockerize_ml.plan.old_python import within_its_means
from dockerize_ml.plan.opening import FOLDER as OPENED
from dockerize_ml.plan.opening import listens_on_localhost, note_on_localhost, on_the_path, opening
from dockerize_ml.plan.preparing import (
    answers_itself,
    given_out,
    notes_on_site,
    notes_on_stand_ins,
    prepared,
    settings_named,
    static_folders,
)
from dockerize_ml.plan.reasons import because
from dockerize_ml.plan.running import UID, Contents, final_stage
from dockerize_ml.plan.serving import Brought, brought_by_extras, serving
from dockerize_ml.plan.signing import notes_on_signing, signed_with
from dockerize_ml.plan.speaking import spoken
from dockerize_ml.plan.tag import tag_for
from dockerize_ml.plan.windowless import windowless
from dockerize_ml.project.our_own import HEADER
from dockerize_ml.version import __version__

# What is installed where the project asks for nothing but needs a server.
_OF_OUR_OWN = Manifest(path=".", format="none", manager="none")


def plan(inspection: Inspection, settings: Settings, name: str) -> Plan:
    """The image for a project; the same input gives the same plan.

    Args:
        inspection: what was found.
        settings: what the user decided.
        name: the project's name, for the image.

    Raises:
        ProjectError: nothing was found that could be started or installed, or it is written for Python 2.
    """
    facts = inspection.facts
    settings = within_its_means(facts.python, settings)
    manifest = inspection.manifest or _OF_OUR_OWN
    versions = brought_by_extras(manifest) | _versions(manifest, grouped=False)
    # What the user's lock has is what will be there: an older server knows less.
    versions |= {each.name: each.version for each in inspection.locked if each.version and each.name in versions}
    versions |= dict.fromkeys(map(distribution, settings.requirements))
    program = inspection.programs[0] if inspection.programs else None
    brought = Brought(versions, offered=_versions(manifest, grouped=True))
    started = serving(facts, brought, program, settings, inspection.outside)
    chosen = program if program and program.entrypoint == facts.entrypoint.value else None
    local = chosen if listens_on_localhost(chosen, started.arguments, started.environment) else None
    started = started._replace(environment=(*started.environment, *settings_named(inspection)))
    opened = settings.localhost == "open" or (local is not None and settings.localhost is None)
    if opened:
        started = started._replace(environment=on_the_path(started.environment, OPENED))
    companions = inspection.outside.companions if chosen else ()
    started = started._replace(
        arguments=accompanied(companions, facts.workdir.value or ".", started.arguments),
        why=(*started.why, *why_accompanied(companions)),
    )
    if inspection.outside.root_name:
        started = started._replace(environment=on_the_path(started.environment, NAMED))
    signed = signed_with(inspection.outside, settings)
    base = base_for(facts, manifest, settings)
    needed = bool(manifest.requirements or settings.requirements or started.added or manifest.scripts)
    job = Job(
        manifest, facts, settings, started.added, inspection.locked, inspection.outside.package, inspection.newest
    )
    exact = {name: version for name, version in versions.items() if version}
    contents = Contents(
        base=base,
        facts=facts,
        serving=started,
        installed=installation(base, job) if needed or not base.has_python else None,
        # What is compiled comes from its stage as a whole.
        models=() if job.is_compiled else big_models(inspection),
        activated=(*activated(manifest, facts), *as_sampled(inspection.outside, settings)),
        opened=tuple(opening(local)) if opened else (),
        caches=(*cache_variables(inspection, settings), *windowless(exact, settings)),
        looked_for=(
            *looked_for(exact),
            *named_root(inspection.outside),
        ),
        owned=(*_owned(inspection), *(chosen.folders_given if chosen else ()), *settings.folders),
        written=_named(inspection),
        asked=chosen.folders if chosen else (),
        signed=signed,
        given=inspection.outside.given if chosen else None,
        wordless=inspection.outside.wordless if chosen else None,
        is_compiled=job.is_compiled,
        answers_itself=answers_itself(inspection.outside.site),
        prepared=(
            *prepared(inspection),
            *made(makers_run(inspection, settings), facts.workdir.value or "."),
            *given_out(inspection.outside.site, facts.workdir.value or ".", started.arguments),
        ),
        packaged=tuple(packaged(inspection.outside.downloads, settings)),
        fetched=tuple(fetched(inspection.outside.downloads, UID, settings.weights)),
        labels=tuple(labels(name, inspection.outside.about, settings)),
        settings=settings,
    )
    ignored = ignore_groups(inspection)
    plan = Plan(
        header=_header(facts),
        stages=tuple(_with_comments(stage, settings.comments) for stage in _stages(contents)),
        ignore_header=f"What the image does not need, and what must never get into one. {HEADER}.",
        ignore=ignored,
        notes=(
            *started.notes,
            *base.notes,
            *notes_on_variables(manifest),
            *notes_on_signing(signed),
            *notes_on_devices(inspection, manifest, settings),
            *notes_on_stand_ins(inspection.outside),
            *notes_on_site(inspection.outside.site, started.arguments),
            *((note_on_localhost(local, opened=opened),) if local else ()),
            *notes_about(inspection, settings),
            *notes_on_ignored(inspection, ignored),
        ),
        port=facts.port.value,
        gpu=facts.accelerator.value == "cuda",
        health_path=facts.health_path.value,
        tag=tag_for(name),
    )
    return spoken(plan, settings.lang)


def _versions(manifest: Manifest, *, grouped: bool) -> dict[str, str | None]:
    """What the manifest names with the version if pinned: what is installed, or what only extras and groups bring."""
    return {each.name: each.version for each in manifest.requirements if bool(each.group) == grouped}


def _stages(contents: Contents) -> Iterator[Stage]:
    if contents.installed is not None and contents.installed.earns_stage:
        yield build_stage(contents.base, contents.installed)
    if contents.models:
        yield source_stage(contents.base, contents.models)
    yield final_stage(contents)


def _owned(inspection: Inspection) -> tuple[str, ...]:
    """Folders besides the program's own that its user may write to."""
    makers = inspection.outside.tables
    inside = (f"{SOURCE}/{maker.folder}" for maker in makers if maker.folder)
    outside = (folder for maker in makers if maker.own for folder in maker.own.folders)
    written = (each.path for each in _named(inspection))
    return tuple(dict.fromkeys((*kept_folders(inspection), *static_folders(inspection), *inside, *outside, *written)))


def _named(inspection: Inspection) -> tuple[WrittenFolder, ...]:
    """Those of them that the program itself names: of the machine, and of its own folder where nothing makes them."""
    unmade = (replace(each, path=f"{SOURCE}/{each.path}") for each in inspection.outside.unmade)
    return (*inspection.outside.written, *unmade)


def _header(facts: Facts) -> tuple[str, ...]:
    port = f", port {facts.port.value}" if facts.port.value else ""
    return (
        f"{facts.framework.value} {facts.kind.value}: {facts.entrypoint.value}{port}, Python {facts.python.value}.",
        f"Python: {facts.python.evidence[0].reason}{because(facts.python)}.",
        f"{HEADER} {__version__} from what it read in this folder; it is yours to change.",
    )


def _with_comments(stage: Stage, wanted: Comments) -> Stage:
    kept = {"full": None, "brief": 1, "none": 0}[wanted]
    return stage.model_copy(update={"steps": tuple(_commented(step, kept) for step in stage.steps)})


def _commented(step: Step, kept: int | None) -> Step:
    return step.model_copy(update={"why": step.why[:kept]})
