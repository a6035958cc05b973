"""Commands of the project that make the tables of its database, where it does not make them as it starts."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.commandline.verbs import verbs
from dockerize_ml.facts.detectors.own_database import brings_database, own_database
from dockerize_ml.facts.detectors.run_around import run_around
from dockerize_ml.facts.finding.declared import declared
from dockerize_ml.facts.finding.made import argument, needs_arguments
from dockerize_ml.facts.finding.placing import place_module
from dockerize_ml.facts.outside import TableMaker
from dockerize_ml.facts.program import evidence
from dockerize_ml.facts.source.aside import why_aside
from dockerize_ml.facts.source.called import Called, calls
from dockerize_ml.facts.source.module import Function
from dockerize_ml.facts.source.scope import Defined
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.model import Evidence
    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.source.module import Module
    from dockerize_ml.facts.survey import Survey

# What makes tables: SQLAlchemy's and peewee's calls, a whole script of SQL, a migration run by hand.
_MAKES = re.compile(
    r"\bcreate_all\(|\bcreate_tables\(|\bexecutescript\(|\bCREATE TABLE\b|\bcommand\.upgrade\("
    r"|(?i:\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?[\w\"`.]+\s*\()"
)
_MIGRATES = re.compile(
    r"^[ \t]*(?:\w+\.)*upgrade\(|\bMigrateCommand\b|\bcommand\.upgrade\(|\bcall_command\(\s*[\"']migrate", re.MULTILINE
)
_SETS_UP = re.compile(
    r"(?:init|initialise|initialize|create|setup|make)_?(?:\w+_)?(?:db|database|tables)|db_(?:init|create)"
)
# What puts a file of SQLite into Flask's instance folder.
_INSTANCE = re.compile(r"\binstance_path\b|\binstance_relative_config\b")
_EXTENSION = re.compile(r"\bflask_sqlalchemy\b")
_INI = ".ini"


def tables(survey: Survey) -> tuple[TableMaker, ...]:
    """The commands in the order in which they are run; none where it makes them as it starts, or has no database."""
    program = survey.program
    if program is None or program.kind not in {"web", "worker"} or program.before or brings_database(survey):
        return ()
    found = (_django, _migrated, _flask_command, _own_command, _alembic, _script, _declared, _function, _models)
    makers = next((told for find in found if (told := tuple(find(survey, program)))), ())
    own = own_database(survey) if makers else None
    return tuple(replace(maker, own=own) for maker in (run_around(survey, makers) if own else makers))


def _django(survey: Survey, program: Program) -> Iterator[TableMaker]:
    manage = program.beside("manage.py")
    if program.framework != "django" or not survey.project.exists(manage) or _runs(survey, _MIGRATES):
        return
    for path in survey.program_files:
        text = survey.source.text(path)
        found = re.search(r"^DATABASES\s*(?::[^=\n]+)?=(?!\s*\{\s*\})", text, re.MULTILINE)
        if found and not why_aside(path):
            at = Place(path, text.count("\n", 0, found.start()) + 1)
            words = ("python", "manage.py", "migrate")
            yield TableMaker(words=words, is_harmless=True, evidence=survey.quote(at))
            return


def _migrated(survey: Survey, program: Program) -> Iterator[TableMaker]:
    """Flask-Migrate, with the folder of migrations where its command looks for it."""
    if not survey.project.exists(program.beside("migrations/env.py")) or _runs(survey, _MIGRATES):
        return
    for path in survey.program_files:
        at = next((line.line for line in survey.source.lines(path) if line.module.startswith("flask_migrate")), None)
        if at is not None:
            upgrade = _of_flask(survey, program, ("db", "upgrade"), survey.quote(Place(path, at)))
            yield replace(upgrade, is_harmless=True)
            return


def _flask_command(survey: Survey, program: Program) -> Iterator[TableMaker]:
    """A command of the application's own: ``@app.cli.command()``, or one that it is given to add."""
    if program.framework != "flask":
        return
    for path in survey.program_files:
        module = survey.source.module(path) if _mentions_command(survey.source.text(path)) else None
        functions = [node for node in module.nodes if isinstance(node, Function)] if module else []
        for node in functions:
            name = _command(module, node) if module else ""
            makers = _making(node, functions) if name else []
            if name and makers and not _makes_otherwise(survey, path, makers):
                yield _of_flask(survey, program, (name,), survey.quote(Place(path, node.lineno)))
                return


def _own_command(survey: Survey, program: Program) -> Iterator[TableMaker]:
    """A verb of a command that the project declares, where that asks for no more words."""
    for command in declared(survey):
        module, function = command.target.partition(":")[0].strip(), command.function
        if not command.file.endswith(".py") or not function.isidentifier():
            continue
        for verb in verbs(survey, replace(program, entrypoint=command.name, file=command.file)):
            node, where = verb.own, verb.scope.module
            asks = any(option.is_required for option in (*verb.earlier, *verb.options))
            if node is None or asks or not verb.words:
                continue
            makers = _making(node, [each for each in where.nodes if isinstance(each, Function)])
            if makers and not _makes_otherwise(survey, where.path, makers):
                words = ("python", "-c", f"from {module} import {function}; {function}()", *verb.words)
                yield TableMaker(words=words, evidence=survey.quote(Place(where.path, node.lineno)))
                return


def _alembic(survey: Survey, program: Program) -> Iterator[TableMaker]:
    ini = program.beside("alembic.ini")
    if survey.project.exists(ini) and "alembic" in survey.declared_around(ini) and not _runs(survey, _MIGRATES):
        words = ("alembic", "upgrade", "head")
        yield TableMaker(words=words, is_harmless=True, evidence=evidence(Place(ini), "alembic"))


def _script(survey: Survey, program: Program) -> Iterator[TableMaker]:
    """A file that is named for it and that the program does not import: beside the program, or one that is told of."""
    imported = set(survey.source.reachable(program.file))
    told = {mentioned.file for mentioned in survey.spoken.mentioned}
    below = "" if program.workdir == "." else f"{program.workdir}/"
    for path in survey.source.program_files:
        folder, _, name = path.rpartition("/")
        is_near = (folder or ".") == program.workdir or (path in told and path.startswith(below))
        if not is_near or path in imported or not _SETS_UP.fullmatch(name.removesuffix(".py")):
            continue
        text = survey.source.text(path)
        found = _MAKES.search(text)
        if found and not _runs(survey, _MAKES):
            at = Place(path, text.count("\n", 0, found.start()) + 1)
            yield TableMaker(words=("python", path.removeprefix(below)), evidence=survey.quote(at))
            return


def _declared(survey: Survey, program: Program) -> Iterator[TableMaker]:
    """A console script that is named for it, of a program that is served from its settings; first its migrations."""
    if not program.entrypoint.endswith(_INI):
        return
    ini = program.beside(program.entrypoint)
    migrations = re.search(r"^\[alembic\][^\[]*?^script_location\s*=\s*(?P<at>[\w./]+)", survey.text(ini), re.MULTILINE)
    folder = f"{program.beside(migrations['at'])}/versions/" if migrations else ""
    if migrations and any(path.startswith(folder) and path.endswith(".py") for path in survey.project.files):
        at = Place(ini, survey.text(ini).count("\n", 0, migrations.start("at")) + 1)
        words = ("alembic", "-c", program.entrypoint, "upgrade", "head")
        yield TableMaker(words=words, is_harmless=True, evidence=survey.quote(at))
    for command in declared(survey):
        if _SETS_UP.search(command.name.replace("-", "_")):
            because = evidence(Place(command.manifest), f"{command.name} = {command.target}")
            yield TableMaker(words=(command.name, program.entrypoint), evidence=because)
            return


def _function(survey: Survey, program: Program) -> Iterator[TableMaker]:
    """A function that is named for it and that nothing calls: by hand in a shell, or by the manager of the packages."""
    for path in survey.program_files:
        module = survey.source.module(path) if _MAKES.search(survey.source.text(path)) else None
        functions: list[Function] = [
            node for node in (module.tree.body if module else ()) if isinstance(node, ast.FunctionDef)
        ]
        for node in functions:
            is_meant = _SETS_UP.fullmatch(node.name) and not node.decorator_list and not needs_arguments(node)
            makers = _making(node, functions) if is_meant else []
            if makers and not _makes_otherwise(survey, path, makers):
                holder = place_module(survey, path).module
                code = f"from {holder} import {node.name}; {node.name}()"
                words = ("python", "-c", _in_application(program, code))
                yield TableMaker(words=words, evidence=survey.quote(Place(path, node.lineno)))
                return


def _in_application(program: Program, code: str) -> str:
    """The code with Flask's application at hand, where there is one."""
    if program.framework != "flask" or ":" not in program.entrypoint:
        return code
    module, _, made = program.entrypoint.partition(":")
    return f"from {module} import {made.removesuffix('()')}; {made}.app_context().push(); {code}"


def _models(survey: Survey, program: Program) -> Iterator[TableMaker]:
    """Flask-SQLAlchemy's own call, where its models are there and nothing of the project makes their tables."""
    if program.framework != "flask" or ":" not in program.entrypoint or _runs(survey, _MAKES):
        return
    module, _, made = program.entrypoint.partition(":")
    for called in calls(survey.resolver, survey.program_files, _EXTENSION):
        name = _bound_to(called) if called.name.startswith("flask_sqlalchemy.") else ""
        if not name or not _runs(survey, re.compile(rf"\b{name}\.Model\b")):
            continue
        own = made.removesuffix("()")
        holder = place_module(survey, called.place.path).module
        imported = (
            f"from {module} import {own}, {name}"
            if holder == module
            else f"from {module} import {own}; from {holder} import {name}"
        )
        words = ("python", "-c", f"{imported}; {made}.app_context().push(); {name}.create_all()")
        yield TableMaker(words=words, is_harmless=True, evidence=survey.quote(called.place))
        return


def _bound_to(called: Called) -> str:
    """The name that a module gives to what a call makes; empty where it gives none."""
    for statement in called.scope.module.tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if value is called.node:
                return name
    return ""


def _of_flask(survey: Survey, program: Program, words: tuple[str, ...], because: Evidence) -> TableMaker:
    where = program.entrypoint.removesuffix("()") if ":" in program.entrypoint else program.entrypoint
    folder = program.beside("instance") if _runs(survey, _INSTANCE) else ""
    return TableMaker(words=("flask", *words), variables=(("FLASK_APP", where),), folder=folder, evidence=because)


def _mentions_command(text: str) -> bool:
    return "cli.command" in text or "cli.add_command" in text or "click.command" in text


def _command(module: Module, node: Function) -> str:
    """The name of the command that a decorator makes of a function; empty for any other."""
    for decorator in node.decorator_list:
        func = decorator.func if isinstance(decorator, ast.Call) else decorator
        if not ast.unparse(func).endswith(("cli.command", "click.command")) or _is_of_a_group(module, func):
            continue
        given = argument(decorator, 0, "name") if isinstance(decorator, ast.Call) else None
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            return given.value
        return node.name.replace("_", "-")
    return ""


def _is_of_a_group(module: Module, func: ast.expr) -> bool:
    """Whether it is a verb of a function that is a program of its own: ``@click.group() def cli()``."""
    match func:
        case ast.Attribute(value=ast.Name(id=name)):
            return any(isinstance(each, Defined) for each in module.names.get(name, ()))
    return False


def _making(node: Function, functions: list[Function]) -> list[Function]:
    """The function and those of its file that it calls, if any of them makes tables."""
    called = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    near = [node, *(each for each in functions if each.name in called)]
    return near if any(_MAKES.search(ast.unparse(each)) for each in near) else []


def _makes_otherwise(survey: Survey, path: str, makers: list[Function]) -> bool:
    """Whether the program makes its tables outside of these functions as well, or calls one of them elsewhere."""
    names = "|".join(re.escape(each.name) for each in makers)
    does = re.compile(rf"{_MAKES.pattern}|^[ \t]*(?:\w+\.)*(?:{names})\(\)", re.MULTILINE)
    own = [(each.lineno, each.end_lineno or each.lineno) for each in makers]
    for other in survey.program_files:
        text = "" if why_aside(other) else survey.source.text(other)
        for found in does.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            if other != path or not any(first <= line <= last for first, last in own):
                return True
    return False


def _runs(survey: Survey, what: re.Pattern[str]) -> bool:
    """Whether the program's own files do so themselves."""
    return any(what.search(survey.source.text(path)) for path in survey.program_files if not why_aside(path))
