"""Inspect a project: from files to settled facts, the one way in for everything above."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from dockerize_ml.facts.claim import Claim, FactName, FactValue
from dockerize_ml.facts.detectors.python_version import possible_pythons
from dockerize_ml.facts.finding.among_files import among_its_files
from dockerize_ml.facts.finding.companions import companions
from dockerize_ml.facts.finding.last_resort import last_resort
from dockerize_ml.facts.finding.makers import makers
from dockerize_ml.facts.guessed import without_strangers
from dockerize_ml.facts.in_image import locks_of
from dockerize_ml.facts.listening import with_health
from dockerize_ml.facts.look_outside import look_outside
from dockerize_ml.facts.model import Confidence, Evidence, Facts
from dockerize_ml.facts.outside import Outside
from dockerize_ml.facts.program import Program
from dockerize_ml.facts.ranking import rank
from dockerize_ml.facts.registry import detectors, finders
from dockerize_ml.facts.settle import settle
from dockerize_ml.facts.survey import Survey
from dockerize_ml.manifests.choose import choose
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.project.project import Project

# What a user sets goes before anything that was found.
_SET_BY_USER = 1_000_000
# Looking for routes reads all of a program's files; nobody asks about the tenth best.
_MOST_SERVICES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """All that the planner gets to know of a project.

    Attributes:
        programs: everything that could be started, best first; the facts are about the first.
        manifest: the dependency file that the image is built from, or None.
        locked: what the user's own lock has for the program, where installing reads one.
        notes: what could not be read or contradicts itself, one sentence each.
        pythons: the minor versions of Python that the program itself can run on.
        newest: the day that nothing may be newer than that is installed without a lock; empty where any is welcome.
        outside: files, models, downloads, programs and data that the program needs beside its code.
    """

    facts: Facts
    programs: tuple[Program, ...] = ()
    manifest: Manifest | None = None
    locked: tuple[Requirement, ...] = ()
    notes: tuple[str, ...] = ()
    pythons: tuple[str, ...] = ()
    newest: str = ""
    outside: Outside = field(default_factory=Outside)


def inspect(
    project: Project,
    overrides: Mapping[FactName, FactValue | None] | None = None,
    service: str | None = None,
) -> Inspection:
    """Find out what a project is.

    Args:
        project: whose files.
        overrides: facts that the user sets; they win over everything that is found.
        service: the name or entrypoint of the program to look at, where there are several.
    """
    survey = Survey(project, *_manifests(project))
    survey.programs = _chosen_first(_programs(survey), service)
    survey.is_picked = service is not None
    if survey.program is not None:
        survey.programs = (among_its_files(survey, survey.program), *survey.programs[1:])
        survey.manifest = without_strangers(choose(survey.manifests, survey.program.workdir).winner, survey)
        survey = survey.about(survey.programs, makers(survey), companions(survey, survey.programs[0].file))
    claims: dict[FactName, list[Claim]] = {name: [] for name in get_args(FactName)}
    for detect in detectors():
        for claim in detect(survey):
            claims[claim.fact].append(claim)
    for name, value in (overrides or {}).items():
        because = Evidence(path=".", reason="set by you, by a flag or a setting")
        if value is None:
            claims[name].clear()
        claims[name].append(Claim(name, value, Confidence.CERTAIN, (because,), _SET_BY_USER))
    # A claim's value is of the type of the fact that it is about.
    facts = Facts(**{name: settle(rivals) for name, rivals in claims.items()})  # type: ignore[arg-type]
    outside = look_outside(survey)
    notes = tuple(dict.fromkeys(str(note) for note in project.notes))
    return Inspection(
        facts=facts,
        programs=survey.programs,
        manifest=survey.manifest,
        locked=tuple(each for lock in locks_of(survey) for each in lock.requirements if not each.group),
        notes=notes,
        pythons=possible_pythons(survey),
        outside=outside,
    )


def _manifests(project: Project) -> tuple[tuple[Manifest, ...], Manifest | None]:
    manifests = read_manifests(project)
    return manifests, choose(manifests).winner


def _programs(survey: Survey) -> tuple[Program, ...]:
    found = [program for _, find in finders() for program in find(survey)]
    ranked = rank(survey, found or last_resort(survey))
    return tuple(
        with_health(survey, program) if position < _MOST_SERVICES else program
        for position, program in enumerate(ranked)
    )


def _chosen_first(programs: tuple[Program, ...], service: str | None) -> tuple[Program, ...]:
    if service is None:
        return programs
    chosen = [program for program in programs if service in {program.name, program.entrypoint, program.file}]
    return (*chosen, *(program for program in programs if program not in chosen))
