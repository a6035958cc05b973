"""The arrows: a folder is read, its facts found, an image planned, rendered and linted. One short function each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.config import Language, Settings
    from dockerize_ml.dockerfile.nodes import Dockerfile
    from dockerize_ml.engine.check import Check
    from dockerize_ml.facts.claim import FactName, FactValue
    from dockerize_ml.facts.inspection import Inspection
    from dockerize_ml.lint.finding import Finding
    from dockerize_ml.plan.model import Plan
    from dockerize_ml.project.project import Project
    from dockerize_ml.render.renderer import Rendered
    from dockerize_ml.resolve.model import Resolution
    from dockerize_ml.resolve.resolve import Wish
    from dockerize_ml.resolve.weights import Weights
    from dockerize_ml.validation.registry import Subject

_LIMIT = 1_000_000  # bytes
_SETTING_FILES = ("dockerize-ml.toml", "pyproject.toml")


@dataclass(frozen=True)
class Generated:
    """All that ``init`` knows when it is about to write."""

    inspection: "Inspection"
    plan: "Plan"
    files: "Rendered"
    lock: "Resolution | None" = None


def inspect(path: Path | str = ".", flags: Mapping[str, object] | None = None) -> "Inspection":
    """What the project in a folder is, with evidence.

    Args:
        path: the folder.
        flags: settings by name that win over the folder's own.

    Raises:
        ProjectError: the folder cannot be read or holds no Python.
        ConfigError: its settings are wrong.
    """
    project = open_project(path)
    if not flags and not _setting_files(project):
        return _inspected(project, {}, None)
    return _inspect(project, _settings(project, flags))


def inspect_resolved(
    path: Path | str, flags: Mapping[str, object] | None, wish: "Wish", tell: Callable[[str], None]
) -> "tuple[Inspection, Resolution]":
    """What the project is with exact versions of all that it requires, and what became of resolving them.

    Raises:
        DockerizeError: as ``inspect`` does.
    """
    project = open_project(path)
    settings = _settings(project, flags)
    return _locked(project, settings, wish, tell)


def plan(inspection: "Inspection", settings: "Settings | None" = None, name: str = "app") -> "Plan":
    """The image for an inspected project.

    Args:
        inspection: what was found.
        settings: what the user decided; nothing unless given.
        name: the project's name, for the image.

    Raises:
        ProjectError: nothing was found that could be started.
    """
    from dockerize_ml.config import Settings
    from dockerize_ml.plan.planner import plan as plan_image

    return plan_image(inspection, settings or Settings(), name)


def render(image: "Plan", templates: Mapping[str, str] | None = None) -> "Rendered":
    """The texts of the Dockerfile and the .dockerignore of a plan.

    Args:
        image: the plan.
        templates: the user's own templates by name, over ours.
    """
    from dockerize_ml.render.renderer import render as render_plan

    return render_plan(image, templates)


def pin(image: "Plan") -> "Plan":
    """The same plan with every image by the digest that its tag has today; asks the registries.

    Raises:
        EngineError: there is no Docker, or nobody tells the digest.
    """
    from dockerize_ml.engine.client import Client
    from dockerize_ml.engine.digests import digest_of
    from dockerize_ml.plan.pinning import images_of, pinned

    client = Client.connect()
    return pinned(image, {name: digest_of(name, client) for name in images_of(image)})


def lint(text: str, file: str = "Dockerfile") -> "list[Finding]":
    """The findings on one Dockerfile's text, with the recommended rules.

    Args:
        text: the Dockerfile.
        file: the name that the findings carry.
    """
    from dockerize_ml.lint.runner import lint as lint_sources
    from dockerize_ml.lint.source import Source

    return lint_sources([Source(file, text)])


def generate(
    path: Path | str = ".",
    flags: Mapping[str, object] | None = None,
    wish: "Wish | None" = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Generated:
    """Everything from the folder to the texts of the files; nothing is written.

    Args:
        path: the folder.
        flags: settings by name that win over the folder's own.
        wish: what the user wants of a lock; without one, nobody is asked for versions.
        tell: hears what the resolver is at.

    Raises:
        DockerizeError: as the single steps do.
    """
    project = open_project(path)
    settings = _settings(project, flags)
    inspection, resolution = _locked(project, settings, wish, tell)
    if resolution.is_torch_general:
        settings = settings.with_flags({"torch_index": "general"})
    image = plan(inspection, settings, project.root.name)
    if settings.pin:
        image = pin(image)
    return Generated(inspection, image, render(image, _templates(project, settings)), resolution)


def lock(
    path: Path | str = ".",
    flags: Mapping[str, object] | None = None,
    wish: "Wish | None" = None,
    tell: Callable[[str], None] = lambda _: None,
) -> "Resolution":
    """Exact versions for a project's requirements; nothing is written. The arguments are those of ``generate``.

    Raises:
        DockerizeError: the folder or its settings cannot be read.
    """
    from dockerize_ml.resolve.resolve import Wish

    project = open_project(path)
    return _locked(project, _settings(project, flags), wish or Wish(), tell)[1]


def weights(
    path: Path | str = ".", *, offline: bool = False, tell: Callable[[str], None] = lambda _: None
) -> "Weights":
    """What the packages of a project weigh to download; nothing is built or written.

    Raises:
        DockerizeError: the folder or its settings cannot be read, or nothing tells the sizes.
    """
    from dockerize_ml.resolve.resolve import Wish
    from dockerize_ml.resolve.weights import weights as weigh

    project = open_project(path)
    settings = _settings(project, None)
    inspection = _inspect(project, settings)
    return weigh(
        project,
        inspection,
        lambda: _locked(project, settings, Wish(lock=True, offline=offline), tell)[1],
        offline=offline,
    )


def _locked(
    project: "Project", settings: "Settings", wish: "Wish | None", tell: Callable[[str], None]
) -> "tuple[Inspection, Resolution]":
    """What the project is with its lock, where it has or gets one, and what became of resolving."""
    from dockerize_ml.manifests.lock_header import NAME, is_our_lock
    from dockerize_ml.resolve.resolve import Wish, resolve
    from dockerize_ml.resolve.without_lock import without_lock

    has_lock = project.exists(NAME) and is_our_lock(project.text(NAME))
    bare = project.without_file(NAME) if has_lock else project
    inspection = _inspect(bare, settings)
    found = resolve(project, inspection, settings, wish or Wish(offline=True), tell)
    if found.text is not None:
        inspection = _inspect(project.with_file(NAME, found.text), settings)
    elif found.failure is not None and found.own is None:
        inspection = without_lock(inspection, found.failure)
    return inspection, found


def parsed_dockerfile(folder: Path) -> "Dockerfile":
    """The folder's own Dockerfile as a tree.

    Raises:
        ProjectError: it cannot be read.
    """
    from dockerize_ml.dockerfile import parse
    from dockerize_ml.project.reading import read_text

    return parse(read_text(folder / "Dockerfile", shown="Dockerfile", limit=5_000_000))


def subject_of(folder: Path) -> "Subject":
    """The folder's Dockerfile and its project, to be held against each other; the project is looked at when asked for.

    Raises:
        ProjectError: the Dockerfile cannot be read.
    """
    from dockerize_ml.validation.registry import Looked, Subject

    def look() -> Looked:
        project = open_project(folder)
        return Looked(project, _inspect(project, _settings(project, None)))

    return Subject(folder, parsed_dockerfile(folder), look)


def static_checks(subject: "Subject") -> "Iterator[Check]":
    """The Dockerfile held against its project; nothing is built."""
    from dockerize_ml.validation.registry import all_checks

    for each in all_checks():
        yield from each(subject)


def open_project(path: Path | str) -> "Project":
    """Look through a folder.

    Raises:
        ProjectError: it cannot be read or holds no Python.
    """
    from dockerize_ml.project.project import Project

    return Project.open(Path(path))


def _inspect(project: "Project", settings: "Settings") -> "Inspection":
    found = _inspected(project, settings.facts(), settings.service)
    _require_service(settings.service, found)
    return found


def _inspected(project: "Project", set_by_user: Mapping[str, object], service: str | None) -> "Inspection":
    from dockerize_ml.facts.inspection import inspect as inspect_project

    # The settings' names are the facts' names.
    return inspect_project(project, cast("Mapping[FactName, FactValue | None]", set_by_user), service)


def _require_service(service: str | None, found: "Inspection") -> None:
    """Refuse a service that is none of the programs.

    Raises:
        UsageError: it is none.
    """
    from dockerize_ml.errors import UsageError

    known = {name for program in found.programs for name in (program.name, program.entrypoint) if name}
    if service is not None and service not in known:
        raise UsageError(
            reason=f"There is no program `{service}` in this folder.",
            hint=f"Choose from: {', '.join(sorted(known))}." if known else "Name what to start with `--entrypoint`.",
        )


def _settings(project: "Project", flags: Mapping[str, object] | None) -> "Settings":
    from dockerize_ml.config import TABLE, Settings, settings_from
    from dockerize_ml.errors import ConfigError

    found = _setting_files(project)
    if len(found) > 1:
        raise ConfigError(
            path=found[0],
            reason=f"settings stand in `{found[0]}` and in {TABLE} of `{found[1]}`",
            hint="Keep one of them, so that nobody has to guess which one counts.",
        )
    settings = settings_from(project.text(found[0]), found[0]) if found else Settings()
    return settings.with_flags(flags) if flags else settings


def language(path: Path | str, flags: Mapping[str, object]) -> "Language":
    """What a folder's owner reads, as the flags or else its settings say; English where those are wrong."""
    from dockerize_ml.config import Settings, settings_from
    from dockerize_ml.errors import ConfigError, ProjectError
    from dockerize_ml.project.reading import read_text

    try:
        if "lang" in flags:
            return Settings().with_flags({"lang": flags["lang"]}).lang
        files = (file for file in map(Path(path).joinpath, _SETTING_FILES) if file.is_file())
        said = (settings_from(read_text(file, shown=file.name, limit=_LIMIT), file.name).lang for file in files)
        return next((lang for lang in said if lang != "en"), "en")
    except (ConfigError, ProjectError):
        # Whoever reads the settings next says what is wrong with them.
        return "en"


def settings_file(path: Path | str = ".") -> str:
    """The file of a folder in which its settings stand, or would stand."""
    from dockerize_ml.config import FILE

    return next(iter(_setting_files(open_project(path))), FILE)


def _setting_files(project: "Project") -> list[str]:
    own, shared = _SETTING_FILES
    has_table = project.exists(shared) and _has_table(project, shared)
    return [name for name, is_there in ((own, project.exists(own)), (shared, has_table)) if is_there]


def _has_table(project: "Project", name: str) -> bool:
    return "[tool.dockerize-ml" in project.text(name)


def _templates(project: "Project", settings: "Settings") -> dict[str, str]:
    """The user's own templates by their name below the folder that the settings name."""
    if settings.templates is None:
        return {}
    from dockerize_ml.errors import ConfigError

    below = settings.templates.strip("/") + "/"
    names = [name for name in project.files if name.startswith(below) and name.endswith(".j2")]
    if not names:
        raise ConfigError(
            path=settings.templates,
            reason=f'`templates = "{settings.templates}"` holds no file that ends in `.j2`',
            hint="Name a folder of the project that holds `Dockerfile.j2`, `dockerignore.j2` or `steps/….j2`.",
        )
    return {name.removeprefix(below): project.text(name) for name in names}
