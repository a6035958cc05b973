"""From what was found in a project to the question for the resolver."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from dockerize_ml.config import Settings
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.knowledge.torch_users import torch_family
from dockerize_ml.manifests.names import distribution
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.manifests.requirement import Manifest, Requirement, Unusable
from dockerize_ml.manifests.written import written
from dockerize_ml.plan.basing import base_for
from dockerize_ml.plan.serving import serving
from dockerize_ml.project.project import Project
from dockerize_ml.resolve.model import Apart, Ask, Question, Repair, RepairKind
from dockerize_ml.resolve.pythons import candidates, is_stated
from dockerize_ml.resolve.undeclared import undeclared

# Changes whenever the same project should be locked anew because we ask differently.
_SCHEME = 1
_LOCAL_VERSION = re.compile(r"(?P<public>==[^+,]+)\+(?P<local>[\w.]+)")


@dataclass
class _Asked:
    """What is gathered."""

    asks: dict[str, Ask] = field(default_factory=dict)
    bounds: dict[str, Ask] = field(default_factory=dict)
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
    _take(manifest.requirements, manifest, project, asked)
    _refuse(manifest.unusable, kept, asked)
    _take_settings(settings, asked)
    _add(project, inspection, settings, kept, asked)
    as_of = _as_of(inspection, settings)
    facts = inspection.facts
    pythons = candidates(facts.python, inspection.pythons, as_of, datetime.now(UTC).date())
    return Question(
        asks=tuple(asked.asks.values()),
        bounds=tuple(asked.bounds.values()),
        aparts=tuple(asked.aparts),
        repairs=tuple(asked.repairs),
        pythons=pythons,
        is_python_fixed=settings.python is not None,
        as_of=as_of,
        as_of_why=facts.as_of.evidence[0].reason if facts.as_of.evidence else "",
        is_dated=as_of is not None or settings.as_of == "now" or _is_lately(inspection),
        accelerator=facts.accelerator.value or "cpu",
        kept=kept,
        sources=tuple(dict.fromkeys((manifest.path, *manifest.includes))),
        digest=_digest(asked, inspection, kept),
    )


def _take(requirements: Iterable[Requirement], manifest: Manifest, project: Project, asked: _Asked) -> None:
    for one in requirements:
        if one.group:
            continue
        if not one.url:
            ask, apart = _resolvable(one)
            asked.asks[_key(asked, ask)] = ask
            asked.aparts.extend(apart)
        elif ":" not in one.url:
            asked.aparts.append(Apart(one.url, "it is a part of the project"))
            asked.asks.update(
                (each.name, each) for each in _of_local(project, one, manifest) if each.name not in asked.asks
            )
        else:
            asked.aparts.append(Apart(written(one), "it comes from an address of its own"))


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


def _of_local(project: Project, one: Requirement, chosen: Manifest) -> Iterator[Ask]:
    """What a package of the project asks for itself."""
    folder = "" if one.url == "." else one.url
    for manifest in read_manifests(project):
        is_packages = manifest.format in {"pyproject", "poetry", "setup-cfg", "setup-py", "pdm", "uv"}
        if manifest.path.rpartition("/")[0] == folder and is_packages and manifest.path != chosen.path:
            wanted = [each for each in manifest.requirements if not each.group or each.group in one.extras]
            yield from (Ask(each.name, written(each), each.at) for each in wanted if not each.url)


def _refuse(unusable: Iterable[Unusable], kept: frozenset[str], asked: _Asked) -> None:
    """Lines that were read as something else: told as repairs, or taken as they stand where the user wants that."""
    for line in unusable:
        name = distribution(line.text)
        instead = distribution(line.replacement)
        if name in kept or (instead and instead in kept):
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
    for text in _for_serving(inspection, settings, names):
        name = distribution(text)
        asked.asks[name] = Ask(name, text, is_ours=True)
        if name not in names:
            asked.repairs.append(Repair("added", name, "", text, "It serves the program, and nothing asks for it."))
    for repair in undeclared(project, inspection, tuple(asked.asks.values())):
        if repair.name in kept:
            continue
        asked.repairs.append(repair)
        if repair.kind == "bound":
            asked.bounds[repair.name] = Ask(repair.name, repair.new, repair.at)
        else:
            asked.asks[repair.name] = Ask(repair.name, repair.new, repair.at)


def _for_serving(inspection: Inspection, settings: Settings, names: frozenset[str]) -> tuple[str, ...]:
    facts = inspection.facts
    if facts.entrypoint.value is None:
        return ()
    manifest = inspection.manifest or Manifest(path=".", format="none", manager="none")
    return (*serving(facts, names, (), settings).added, *base_for(facts, manifest, settings).added)


def _as_of(inspection: Inspection, settings: Settings) -> date | None:
    if settings.as_of == "now":
        return None
    value = inspection.facts.as_of.value
    return date.fromisoformat(value) if value else None


def _is_lately(inspection: Inspection) -> bool:
    """Whether the project was changed so lately that it means the versions of today."""
    return any("lately" in each.reason for each in inspection.facts.as_of.evidence)


def _digest(asked: _Asked, inspection: Inspection, kept: frozenset[str]) -> str:
    """Of what stands in the project. Its age is left out: a commit that changes no requirement changes no version."""
    facts = inspection.facts
    content = [
        _SCHEME,
        sorted(ask.text for ask in asked.asks.values()),
        sorted(bound.text for bound in asked.bounds.values()),
        sorted(apart.text for apart in asked.aparts),
        facts.python.value if is_stated(facts.python) else "",
        sorted(inspection.pythons),
        facts.accelerator.value,
        sorted(kept),
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]
