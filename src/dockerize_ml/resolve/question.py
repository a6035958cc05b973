"""From what was found in a project to the question for the resolver."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from packaging.version import InvalidVersion, Version

from dockerize_ml.config import Settings
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.facts.survey import Survey
from dockerize_ml.knowledge.architectures import USUAL
from dockerize_ml.knowledge.imports import distributions_of, normalised
from dockerize_ml.knowledge.pickled_modules import PickledModule
from dockerize_ml.knowledge.torch_users import torch_family
from dockerize_ml.manifests.names import distribution
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.manifests.requirement import Manifest, Requirement, Unusable
from dockerize_ml.manifests.unusable import is_of_a_system
from dockerize_ml.manifests.written import written
from dockerize_ml.plan.basing import base_for
from dockerize_ml.plan.serving import Brought, brought_by_extras, serving
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.locked_before import as_locked
from dockerize_ml.resolve.model import Apart, Ask, Question, Repair, RepairKind
from dockerize_ml.resolve.pickles import written_models
from dockerize_ml.resolve.places import NOWHERE_ELSE, Places, places_of
from dockerize_ml.resolve.pythons import candidates, is_stated
from dockerize_ml.resolve.relaxing import allows, is_pinned, is_readable, name_only, upper_bound, version_of
from dockerize_ml.resolve.undeclared import undeclared

# Changes whenever the same project should be locked anew because we ask differently.
_SCHEME = 1
_COMMIT = re.compile(r"@[0-9a-f]{7,40}(?:#|$)")
_LOCAL_VERSION = re.compile(r"(?P<public>==[^+,]+)\+(?P<local>[\w.]+)")


@dataclass
class _Asked:
    """What is gathered."""

    asks: dict[str, Ask] = field(default_factory=dict)
    limits: list[Repair] = field(default_factory=list)
    modules: dict[str, Place] = field(default_factory=dict)
    aparts: list[Apart] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def question_of(project: Project, inspection: Inspection, settings: Settings, kept: frozenset[str]) -> Question:
    """The question that a project's requirements ask, repaired as far as can be told without asking anybody.

    Args:
        project: whose files.
        inspection: what was found in it, without a lock of ours.
        settings: what the user decided.
        kept: names of distributions whose repairs the user refuses.
    """
    manifest = inspection.manifest or Manifest(path=".", format="none", manager="none")
    asked = _Asked()
    wanted = as_locked(manifest.requirements, inspection.locked)
    _take(wanted, manifest, project, asked, inspection.facts.framework.value or "")
    _refuse(manifest.unusable, kept, asked)
    _take_settings(settings, asked)
    _heed_models(project, inspection, kept, asked)
    _add(project, inspection, settings, kept, asked)
    as_of = _as_of(inspection, settings)
    facts = inspection.facts
    found = places_of(project, manifest)
    places = found if isinstance(found, Places) else NOWHERE_ELSE
    pythons = candidates(facts.python, inspection.pythons, as_of, datetime.now(UTC).date())
    return Question(
        asks=tuple(asked.asks.values()),
        limits=tuple(asked.limits),
        modules=tuple(asked.modules.items()),
        aparts=tuple(asked.aparts),
        repairs=tuple(asked.repairs),
        pythons=pythons,
        python=facts.python,
        allowed=inspection.pythons,
        is_python_fixed=settings.python is not None,
        as_of=as_of,
        as_of_why=facts.as_of.evidence[0].reason if facts.as_of.evidence else "",
        is_dated=as_of is not None or settings.as_of == "now" or _is_lately(inspection),
        accelerator=facts.accelerator.value or "cpu",
        kept=kept,
        imported=_imported(project, inspection),
        is_freeze=_is_freeze(manifest),
        sources=tuple(dict.fromkeys((manifest.path, *manifest.includes))),
        places=places,
        platforms=settings.platforms,
        torch_index=settings.torch_index,
        digest=_digest(asked, inspection, kept, (*places.lines, *unusual_platforms(settings.platforms))),
    )


def _take(
    requirements: Iterable[Requirement], manifest: Manifest, project: Project, asked: _Asked, framework: str
) -> None:
    for one in requirements:
        if one.group:
            continue
        if not one.url:
            ask, apart = _resolvable(_readable(one, asked))
            asked.asks[_key(asked, ask)] = replace(ask, is_guess=one.kind == "imported" and one.name != framework)
            asked.aparts.extend(apart)
        elif ":" not in one.url:
            _take_local(one, manifest, project, asked)
        else:
            asked.aparts.append(Apart(written(one), _elsewhere(one.url)))


def _elsewhere(url: str) -> str:
    """Why it is apart, and what that means: a branch of a repository moves on."""
    moves = url.startswith("git+") and not _COMMIT.search(url)
    return "it comes from an address of its own" + ", which names no commit and can change" * moves


def _readable(one: Requirement, asked: _Asked) -> Requirement:
    """With the version that uv reads; ``===0.23ubuntu1`` is one of a Linux distribution, not of the index."""
    if not one.specifier.startswith("==="):
        return one
    try:
        return replace(one, specifier=f"=={Version(one.specifier[3:])}")
    except InvalidVersion:
        reason = "Its version is one of a Linux distribution, which no index has."
        asked.repairs.append(Repair("replaced", one.name, written(one), one.name, reason, one.at))
        return replace(one, specifier="")


def _key(asked: _Asked, ask: Ask) -> str:
    """One distribution can stand twice, for different Pythons."""
    return ask.name if ask.name not in asked.asks else f"{ask.name} {len(asked.asks)}"


def _resolvable(one: Requirement) -> tuple[Ask, tuple[Apart, ...]]:
    """The requirement as the index has it; a build of PyTorch for one device is fetched apart."""
    local = _LOCAL_VERSION.fullmatch(one.specifier)
    if local is None:
        return Ask(one.name, written(one), one.at), ()
    text = written(one).replace(f"+{local['local']}", "")
    if one.name not in torch_family() or local["local"] == "cpu":
        return Ask(one.name, text, one.at), ()
    return Ask(one.name, text, one.at), (Apart(written(one), "only PyTorch's own index has this build"),)


def _take_local(one: Requirement, chosen: Manifest, project: Project, asked: _Asked) -> None:
    """A package of the project, and what it asks for itself, other packages of the project among that."""
    part = Apart(one.url, "it is a part of the project")
    if part in asked.aparts:
        return
    asked.aparts.append(part)
    for each in _of_local(project, one, chosen):
        if not each.url:
            asked.asks.setdefault(each.name, Ask(each.name, written(each), each.at))
        elif ":" not in each.url:
            _take_local(each, chosen, project, asked)


def _of_local(project: Project, one: Requirement, chosen: Manifest) -> Iterator[Requirement]:
    folder = "" if one.url == "." else one.url
    for manifest in read_manifests(project):
        is_packages = manifest.format in {"pyproject", "poetry", "setup-cfg", "setup-py", "pdm", "uv"}
        if manifest.path.rpartition("/")[0] == folder and is_packages and manifest.path != chosen.path:
            yield from (each for each in manifest.requirements if not each.group or each.group in one.extras)


def _refuse(unusable: Iterable[Unusable], kept: frozenset[str], asked: _Asked) -> None:
    """Lines that were read as something else: told as repairs, or taken as they stand where the user wants that."""
    for line in unusable:
        name = distribution(line.text)
        instead = distribution(line.replacement)
        if (name in kept or instead in kept) and is_readable(line.text):
            asked.asks.pop(instead, None)
            asked.asks[name] = Ask(name, line.text, line.at)
        else:
            kind: RepairKind = "replaced" if line.replacement else "dropped"
            asked.repairs.append(Repair(kind, name, line.text, line.replacement, line.reason, line.at))


def _take_settings(settings: Settings, asked: _Asked) -> None:
    for text in settings.requirements:
        asked.asks[distribution(text)] = Ask(distribution(text), text)


def _add(project: Project, inspection: Inspection, settings: Settings, kept: frozenset[str], asked: _Asked) -> None:
    """What the program needs and nothing asks for: its server, and what the tables and the models tell."""
    names = frozenset(ask.name for ask in asked.asks.values())
    for text in _for_serving(inspection, settings, asked):
        name = distribution(text)
        asked.asks[name] = Ask(name, text, is_ours=True)
        if name not in names:
            asked.repairs.append(Repair("added", name, "", text, "It serves the program, and nothing asks for it."))
    for repair in undeclared(project, inspection, tuple(asked.asks.values())):
        if repair.name in kept:
            continue
        if repair.kind == "bound":
            asked.limits.append(repair)
        else:
            asked.repairs.append(repair)
            asked.asks[repair.name] = Ask(repair.name, repair.new, repair.at, is_advice=True)


def _heed_models(project: Project, inspection: Inspection, kept: frozenset[str], asked: _Asked) -> None:
    """The libraries that wrote the models, in the version that did: another may misread them."""
    for written_by in written_models(project, inspection.facts.models.value or ()):
        asked.modules |= {module: written_by.at for module in written_by.modules if module not in asked.modules}
        for name, version in written_by.versions.items():
            if name == "keras":
                _limit_keras(version, written_by.at, asked)
            elif name not in kept:
                _pin(name, version, written_by.at, asked)
        for part in written_by.parts:
            if part.distribution not in kept:
                _limit(part, written_by.at, asked)


def _pin(name: str, version: str, at: Place, asked: _Asked) -> None:
    """Take the version of the model where the project leaves it open; of several the newest."""
    ask = asked.asks.get(name)
    if ask is not None and not ask.is_advice and not allows(ask, version):
        return
    if ask is not None and ask.is_advice and Version(version_of(ask)) >= Version(version):
        return
    first = (ask.instead_of or ask.text) if ask and not ask.is_advice else (ask.instead_of if ask else "")
    new = f"{name_only(ask) if ask else name}=={version}"
    reason = f"It wrote `{at}`; another version may misread the model."
    asked.repairs.append(Repair("replaced" if first else "added", name, first, new, reason, at))
    asked.asks[name] = Ask(name, new, at, is_advice=True, instead_of=first)


def _limit(part: PickledModule, at: Place, asked: _Asked) -> None:
    """Keep to the versions that have what the model names, unless the project itself says which one it is for."""
    ask = asked.asks.get(part.distribution)
    if ask is None or ask.is_advice or not is_pinned(ask):
        new = f"{part.distribution}{part.versions}"
        reason = f"`{at}` names `{part.name.partition(':')[0]}`, which {part.why}."
        asked.limits.append(Repair("bound", part.distribution, "", new, reason, at))


def _limit_keras(version: str, at: Place, asked: _Asked) -> None:
    """Keras 3 reads the models of Keras 2 in part only; TensorFlow 2.16 is the first that brings it."""
    if version.startswith("2."):
        reason = f"`{at}` was written by Keras {version}, which comes with TensorFlow before 2.16."
        asked.limits.append(Repair("bound", "tensorflow", "", "tensorflow<2.16", reason, at))
        asked.limits.append(Repair("bound", "keras", "", "keras<3", reason, at))


def _for_serving(inspection: Inspection, settings: Settings, asked: _Asked) -> tuple[str, ...]:
    facts = inspection.facts
    if facts.entrypoint.value is None:
        return ()
    manifest = inspection.manifest or Manifest(path=".", format="none", manager="none")
    known = brought_by_extras(manifest) | {name: upper_bound(ask) for name, ask in asked.asks.items()}
    return (
        *serving(facts, Brought(known), None, settings).added,
        *base_for(facts, manifest, settings).added,
    )


def _as_of(inspection: Inspection, settings: Settings) -> date | None:
    if settings.as_of == "now":
        return None
    value = inspection.facts.as_of.value
    return date.fromisoformat(value) if value else None


def _is_lately(inspection: Inspection) -> bool:
    """Whether the project was changed so lately that it means the versions of today."""
    return any("lately" in each.reason for each in inspection.facts.as_of.evidence)


def _imported(project: Project, inspection: Inspection) -> frozenset[str]:
    """Every distribution that brings a module which the program imports, whenever it does."""
    survey = Survey(project, (), inspection.manifest)
    survey.programs = inspection.programs
    modules = survey.external_imports
    return frozenset(name for module in modules for name in (*distributions_of(module), normalised(module)))


def _is_freeze(manifest: Manifest) -> bool:
    """Whether the list names what only a whole system has."""
    return sum(is_of_a_system(line.text) for line in manifest.unusable) > 1


def unusual_platforms(platforms: tuple[str, ...]) -> tuple[str, ...]:
    """The machines, unless they are what everybody has."""
    return platforms if platforms != USUAL else ()


def _digest(asked: _Asked, inspection: Inspection, kept: frozenset[str], others: tuple[str, ...]) -> str:
    """Of what stands in the project. Its age is left out: a commit that changes no requirement changes no version."""
    facts = inspection.facts
    content = [
        _SCHEME,
        # What tables of ours add is left out: a newer one of them must not undo a lock that works.
        sorted(ask.name if ask.is_ours else ask.text for ask in asked.asks.values() if not ask.is_advice),
        sorted(ask.instead_of for ask in asked.asks.values() if ask.is_advice and ask.instead_of),
        sorted(apart.text for apart in asked.aparts),
        facts.python.value if is_stated(facts.python) else "",
        sorted(inspection.pythons),
        facts.accelerator.value,
        sorted(kept),
        *others,
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]
