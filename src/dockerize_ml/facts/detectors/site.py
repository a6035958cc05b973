"""What the settings of a Django site say about serving it: static files, the names it answers to, DEBUG."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.environment import variables
from dockerize_ml.facts.detectors.frameworks.django import DJANGOS_OWN
from dockerize_ml.facts.detectors.own_secrets import own_secrets
from dockerize_ml.facts.detectors.static_files import APP, given_out_by_nobody
from dockerize_ml.facts.detectors.unmigrated import unmigrated
from dockerize_ml.facts.finding.made import argument
from dockerize_ml.facts.finding.site_settings import served
from dockerize_ml.facts.outside import Site
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.survey import Survey


def site(survey: Survey) -> Site | None:
    """The site's settings; None where the program is no Django site with a ``manage.py``."""
    program = survey.program
    if program is None or program.framework != "django" or not survey.project.exists(program.beside("manage.py")):
        return None
    chosen = served(survey)
    is_silent = program.entrypoint != DJANGOS_OWN and _is_silent(survey, program.file)
    is_instead = chosen.absent or chosen.unready or is_silent or program.entrypoint == DJANGOS_OWN
    found = dict(_assigned(survey, program.workdir, chosen.module))
    static, hosts, debug = found.get("STATIC_ROOT"), found.get("ALLOWED_HOSTS"), found.get("DEBUG")
    redirects = found.get("SECURE_SSL_REDIRECT")
    names = _names(hosts[0]) if hosts else None
    if not names and hosts and _variable(hosts[0]) and debug and not isinstance(debug[0], ast.Constant):
        # With DEBUG, which may be on, an empty list means the machine itself.
        names = None
    collects = static is not None and _is_collected(survey) and not _is_constant(static[0], None)
    return Site(
        settings=chosen.module if chosen.module != chosen.managed else "",
        static=static[1] if static and collects else None,
        static_folder=_absolute(static[0]) if static and collects else "",
        hosts=names,
        hosts_variable=_variable(hosts[0]) if hosts else "",
        hosts_because=hosts[1] if hosts else None,
        debug=debug[1] if debug and _is_constant(debug[0], True) else None,  # noqa: FBT003 - the value looked for
        redirects=redirects[1] if redirects and _is_on(redirects[0]) else None,
        needs=tuple(_needs(survey)),
        given_out_by_nobody=given_out_by_nobody(survey, found),
        absent=chosen.absent,
        unready=chosen.unready,
        unready_because=survey.quote(chosen.because) if chosen.because else None,
        instead=chosen.module if is_instead else "",
        is_silent=is_silent,
        unmigrated=unmigrated(survey),
    )


def _is_silent(survey: Survey, path: str) -> bool:
    """Whether nothing that the application loads says which settings it is for: ``routing.py`` of Channels 2."""
    return not any("DJANGO_SETTINGS_MODULE" in survey.source.text(each) for each in survey.source.reachable(path))


def _assigned(survey: Survey, workdir: str, module: str) -> Iterator[tuple[str, tuple[ast.expr, Evidence]]]:
    """The top-level assignments of the settings that the module itself sets; those that it imports come first."""
    path = survey.source.layout.module_file(workdir, module)
    if path is None:
        return
    for each in (*(other for other in survey.source.reachable(path) if other != path), path):
        tree = survey.project.tree(each)
        for node in tree.body if tree else ():
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if name.isupper():
                    yield name, (value, survey.quote(Place(each, node.lineno)))


def _needs(survey: Survey) -> Iterator[str]:
    """Variables whose absence raises; a key that is None is refused by Django itself."""
    own = {secret.name for secret in own_secrets(survey)}
    for variable in variables(survey):
        if variable.is_required and (variable.name in own or not variable.gives_none):
            yield variable.name


def _is_collected(survey: Survey) -> bool:
    return any(APP in survey.source.text(path) for path in survey.program_files)


def _absolute(value: ast.expr) -> str:
    match value:
        case ast.Constant(value=str() as path) if path.startswith("/"):
            return path
    return ""


def _names(value: ast.expr) -> tuple[str, ...] | None:
    """The names of a list, or of a text with commas, that is written out, be it as a variable's default; else None."""
    match value:
        case ast.Constant(value=str() as text):
            return tuple(name.strip() for name in text.split(",") if name.strip())
        case ast.Call(func=ast.Attribute(value=ast.Call() as read, attr="split")):
            return _names(read)
        case ast.Call() if _variable(value):
            default = argument(value, 1, "default")
            return _names(default) if default is not None else None
        case ast.List(elts=items) | ast.Tuple(elts=items):
            names = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            return tuple(names) if len(names) == len(items) else None
    return None


def _variable(value: ast.expr) -> str:
    """The variable that the names are read from: ``env.list("HOSTS", default=[])``; empty where they are not."""
    match value:
        case ast.Call(func=ast.Attribute(value=ast.Call() as read, attr="split")):
            return _variable(read)
        case ast.Call(args=[ast.Constant(value=str() as name), *_]) if name.isupper():
            return name
    return ""


def _is_on(value: ast.expr) -> bool:
    """Whether it is true, or so where a variable says nothing."""
    if isinstance(value, ast.Call):
        value = argument(value, None, "default") or value
    return _is_constant(value, True)  # noqa: FBT003 - the value looked for


def _is_constant(value: ast.expr, wanted: object) -> bool:
    return isinstance(value, ast.Constant) and value.value is wanted
