"""Programs that start themselves when their file is run: bots, dashboards, servers of their own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.made import framework_name, served
from dockerize_ml.facts.finding.objects import with_listening
from dockerize_ml.facts.finding.placing import place_script
from dockerize_ml.facts.finding.ports import Listening, by_own_option, listening
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.source.values import Scope
from dockerize_ml.knowledge.frameworks import framework as known_framework
from dockerize_ml.knowledge.frameworks import frameworks
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    import ast
    from collections.abc import Collection, Iterator

    from dockerize_ml.facts.source.module import Call, Module
    from dockerize_ml.facts.survey import Survey
    from dockerize_ml.knowledge.frameworks import Framework

_BUILT = Reason(points=2, text="what it serves is made there")


def started_scripts(survey: Survey, framework: str, verbs: Collection[str]) -> Iterator[Program]:
    """A program for each file that runs one of the framework's starting calls, or makes its object and is run."""
    told: set[str] = set()
    direct = frozenset(survey.source.importing(import_names(framework)))
    for path in _files(survey, framework, direct):
        module = survey.source.module(path)
        for call in _calls(survey, module, framework, verbs, surely=path not in direct) if module else ():
            for starter in survey.running.starters(path, call.functions):
                if starter not in told:
                    told.add(starter)
                    yield script_program(survey, framework, starter, Place(path, call.node.lineno))
    for made in survey.made:
        if made.framework == framework and made.path not in told and made.how in {"made", "built"} and not told:
            yield script_program(survey, framework, made.path, made.at)


def _files(survey: Survey, framework: str, direct: frozenset[str]) -> tuple[str, ...]:
    """Files that import the framework, hold an object of it, or import from a file that does either."""
    holders = {made.path for made in survey.made if made.framework == framework}
    importers = {one for path in direct for one in survey.source.importers.get(path, ())}
    return tuple(path for path in survey.source.program_files if path in direct | holders | importers)


def script_program(survey: Survey, framework: str, path: str, because: Place, *reasons: Reason) -> Program:
    """The program that running a file starts, listening where the file or the place of the call says."""
    known = known_framework(framework)
    placed = place_script(survey, path)
    calls = [start for start in survey.starts if start.at.path in {path, because.path}]
    found = listening(survey, (start for start in calls if _is_for(survey, start.by, framework)))
    if found == Listening():
        found = by_own_option(survey, path)
    program = Program(
        kind=known.kind if known else "job",
        framework=framework,
        entrypoint=placed.path,
        workdir=placed.workdir,
        file=path,
        line=because.line if because.path == path else None,
        import_roots=placed.roots,
        health_path=known.health_path_of(_version(survey, known)) if known else None,
        because=(survey.quote(because),),
        reasons=(_BUILT, *reasons) if because.path == path else reasons,
    )
    return with_listening(survey, program, found if known and known.default_port else Listening())


def _version(survey: Survey, known: Framework) -> str | None:
    """The version that is required of a framework, where only one fits."""
    required = (survey.requirements.get(name) for name in known.distributions)
    return next((each.version for each in required if each), None)


@cache
def import_names(framework: str) -> frozenset[str]:
    """The top-level names that a framework is imported as."""
    names = (name for known in frameworks() if known.name == framework for name in known.imports)
    return frozenset(name.partition(".")[0] for name in names)


def _calls(survey: Survey, module: Module, framework: str, verbs: Collection[str], *, surely: bool) -> Iterator[Call]:
    """The starting calls of a file; ``surely`` takes only those that are known to be the framework's."""
    for call in module.calls:
        name = called_name(call.node.func)
        if name in verbs and _belongs(survey, module, call, framework, surely=surely):
            yield call


def _belongs(survey: Survey, module: Module, call: Call, framework: str, *, surely: bool) -> bool:
    """Whether the call is not known to be one of another framework or of the standard library."""
    import ast  # noqa: PLC0415

    func = call.node.func
    scope = Scope(module, call.functions)
    if isinstance(func, ast.Attribute):
        instance = served(survey.resolver.thing(func.value, scope), survey.resolver)
        if instance is not None:
            own = framework_name(instance, fluent=True)
            return own == framework if own else _is_for(survey, instance.of, framework)
    dotted = dotted_name(survey, func, scope)
    return not surely if not dotted else _is_for(survey, dotted, framework)


def dotted_name(survey: Survey, func: ast.expr, scope: Scope) -> str:
    """The dotted name of something external that is called, or empty."""
    from dockerize_ml.facts.source.values import External, Instance, Member, OwnFunction  # noqa: PLC0415

    match survey.resolver.thing(func, scope):
        case External(dotted=dotted):
            return dotted
        case Instance(of=of):
            return of
        case Member(instance=instance, name=name):
            return f"{instance.of}.{name}"
        case OwnFunction(node=node):
            return f"own.{node.name}"
    return ""


def _is_for(survey: Survey, dotted: str, framework: str) -> bool:
    del survey
    return dotted.partition(".")[0] in import_names(framework)


def called_name(func: ast.expr) -> str:
    """The last part of what is called."""
    return getattr(func, "attr", None) or getattr(func, "id", None) or ""
