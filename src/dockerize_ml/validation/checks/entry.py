"""Whether what CMD starts is in the image, and has the object that is asked for."""

import ast
import sys
from collections.abc import Iterator
from posixpath import join, normpath

from dockerize_ml.engine.check import Check
from dockerize_ml.facts.words.launch import Launch
from dockerize_ml.knowledge.imports import distributions_of
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.validation.installed import installed
from dockerize_ml.validation.placed import holds
from dockerize_ml.validation.registry import Looked, Subject, project_check
from dockerize_ml.validation.stage import StageView
from dockerize_ml.validation.started import Started, started

_NAME = "what CMD starts is in the image"
_OBJECT = "the object that CMD names exists"
_SCRIPTS = (".py", ".sh", ".ipynb")


@project_check(_NAME)
def entry(subject: Subject, looked: Looked) -> Iterator[Check]:
    """A module or script of the project; what comes from a package is taken on trust."""
    view = StageView.last(subject.dockerfile)
    program = started(subject, view) if view else None
    if view is None or program is None:
        yield Check(_NAME, "skipped", "the Dockerfile names no command: the base image's own is started")
        return
    files = list(_files(program, looked))
    script = _console_script(program, looked)
    if script:
        yield _installed_script(subject, looked, program, script)
        return
    if not files or program.folder is None:
        yield Check(_NAME, "skipped", f"line {program.line}: `{program.text}` names no file of this project")
        return
    roots = _roots(program)
    answers = {file: [holds(subject, view, normpath(join(root, file))) for root in roots] for file in files}
    if not any(True in told for told in answers.values()):
        yield _absent(subject, looked, program, files, sure=all(None not in told for told in answers.values()))
        return
    file = next(file for file, told in answers.items() if True in told)
    yield Check(_NAME, "ok", file)
    yield from _object(looked, program, file)


def _files(program: Started, looked: Looked) -> Iterator[str]:
    """The files that it can be, relative to the folder it is started in or absolute."""
    launch = program.launch
    if launch is None or not (launch.module or launch.path):
        yield from (word for word in program.words[:3] if word.endswith(_SCRIPTS) and "$" not in word)
        return
    if launch.path:
        yield next(
            (word for word in program.words if word.partition(":")[0].endswith(launch.path)), launch.path
        ).partition(":")[0]
        return
    if not _is_foreign(launch, looked):
        stem = launch.module.replace(".", "/")
        last = "__main__" if launch.tool == "python" else "__init__"
        yield from (f"{stem}.py", f"{stem}/{last}.py", f"{stem}/__init__.py")


def _is_foreign(launch: Launch, looked: Looked) -> bool:
    """Whether the module is Python's own or a package's, and no file of the project has its name."""
    top = launch.module.partition(".")[0]
    if any(path.endswith((f"{top}.py", f"{top}/__init__.py")) for path in looked.project.python_files):
        return False
    return top in sys.stdlib_module_names or bool(_required(looked) & set(distributions_of(top)))


def _required(looked: Looked) -> set[str]:
    manifest = looked.inspection.manifest
    return {requirement.name for requirement in manifest.requirements} if manifest else set()


def _console_script(program: Started, looked: Looked) -> str:
    """The object behind a command that the project itself installs; empty for any other command."""
    manifests = read_manifests(looked.project)
    return next((one.scripts[program.words[0]] for one in manifests if program.words[0] in one.scripts), "")


def _installed_script(subject: Subject, looked: Looked, program: Started, target: str) -> Check:
    if installed(subject, looked).project:
        return Check(_NAME, "ok", f"`{program.words[0]}` is {target}, installed with the project")
    hint = "Add `RUN pip install --no-cache-dir .`, or start the module itself."
    return Check(
        _NAME, "failed", f"line {program.line}: nothing installs `{program.words[0]}` of this project", hint=hint
    )


def _roots(program: Started) -> tuple[str, ...]:
    folder = program.folder or "/"
    more = [part for part in program.variables.get("PYTHONPATH", "").split(":") if part and "$" not in part]
    if program.launch and program.launch.app_dir:
        more.append(program.launch.app_dir)
    return (folder, *(join(folder, part) for part in more))


def _absent(subject: Subject, looked: Looked, program: Started, files: list[str], *, sure: bool) -> Check:
    if not sure:
        return Check(_NAME, "skipped", f"`{files[0]}` may come with the base image or a RUN: only a build can tell")
    elsewhere = [
        path for path in looked.project.files if path in files or path.endswith(tuple(f"/{one}" for one in files))
    ]
    if elsewhere and program.launch and program.launch.module and installed(subject, looked).project:
        return Check(_NAME, "ok", f"{elsewhere[0]}, installed as a package")
    where = f"line {program.line}: `{files[0]}` is not in `{program.folder}` of the image"
    if not elsewhere:
        return Check(
            _NAME,
            "failed",
            f"{where}, nor anywhere in this folder",
            hint="Name what is there in CMD, or install the package that has it.",
        )
    if not subject.is_sent(elsewhere[0]):
        return Check(_NAME, "failed", f"{where}", hint=f".dockerignore leaves `{elsewhere[0]}` out.")
    return Check(_NAME, "failed", where, hint=f"`{elsewhere[0]}` has it: copy it there, or set WORKDIR to its folder.")


def _object(looked: Looked, program: Started, file: str) -> Iterator[Check]:
    launch = program.launch
    wanted = launch.name.partition("(")[0].partition(".")[0] if launch and launch.module else ""
    source = next((path for path in looked.project.python_files if path == file or path.endswith(f"/{file}")), None)
    tree = looked.project.tree(source) if source and wanted.isidentifier() else None
    if tree is None or source is None:
        return
    bound = set(_bound(tree))
    if wanted in bound or "*" in bound:
        yield Check(_OBJECT, "ok", f"{source}: {wanted}")
        return
    hint = f"Name an object of `{source}`: {', '.join(sorted(bound)[:8])}." if bound else f"`{source}` makes none."
    yield Check(_OBJECT, "failed", f"line {program.line}: `{source}` has no `{wanted}`", hint=hint)


def _bound(tree: ast.Module) -> Iterator[str]:
    """Names that a module can have; ``*`` where anything can be among them."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                # A module's __getattr__ answers to any name; functions can make globals.
                yield "*" if name == "__getattr__" else name
                yield from (one for each in ast.walk(node) if isinstance(each, ast.Global) for one in each.names)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                yield from ((alias.asname or alias.name).partition(".")[0] for alias in names)
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.Name(id="globals" | "setattr"):
                yield "*"
            case _:
                waiting.extend(ast.iter_child_nodes(node))
