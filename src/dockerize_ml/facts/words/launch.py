"""What a command line starts, and on which port."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockerize_ml.facts.words.word import Command


@dataclass(frozen=True, slots=True)
class Launch:
    """What a command starts.

    Attributes:
        tool: the program that does it: ``gunicorn``, ``streamlit``, ``python``.
        module: dotted, for tools that import.
        name: the object in the module, ``create_app()`` for a factory, or empty.
        path: a file or folder, for tools that are given one.
        port: as written, or None.
        app_dir: a folder that the tool puts on the path.
    """

    tool: str
    module: str = ""
    name: str = ""
    path: str = ""
    port: int | None = None
    app_dir: str = ""


_PYTHON = re.compile(r"(?:.*/)?(?:python|py|pypy)(?:\d(?:\.\d+)?)?(?:\.exe)?|\{?\$?\{?PYTHON\}?\}?")
_IMPORTERS = frozenset(
    {
        "gunicorn",
        "uvicorn",
        "hypercorn",
        "daphne",
        "granian",
        "waitress-serve",
        "sanic",
        "uvicorn.exe",
        "litestar",
        "nuxt",
    }
)
_FILE_RUNNERS = {
    "streamlit": "run",
    "chainlit": "run",
    "panel": "serve",
    "bokeh": "serve",
    "shiny": "run",
    "solara": "run",
    "marimo": "run",
    "fastapi": "run",
    "gradio": "",
    "voila": "",
    "flet": "run",
    "mesop": "",
    "fastmcp": "run",
    "mcp": "run",
    "nicegui": "",
    "litgpt": "",
    "modal": "serve",
    "wave": "run",
    "taipy": "run",
    "torchrun": "",
    "deepspeed": "",
    "spark-submit": "",
    "kopf": "run",
    "flyte": "run",
}
_PORT_FLAGS = (
    "--port",
    "-p",
    "--server.port",
    "--server-port",
    "--http-port",
    "--bind",
    "-b",
    "--listen",
    "-l",
    "--server_port",
    "--http",
    "--http-socket",
    "--ServerApp.port",
    "--NotebookApp.port",
    "--Voila.port",
)
_VALUE_FLAGS = frozenset(
    {
        *_PORT_FLAGS,
        "-w",
        "--workers",
        "-k",
        "--worker-class",
        "-t",
        "--timeout",
        "--threads",
        "--host",
        "-h",
        "-H",
        "-c",
        "--config",
        "--log-level",
        "--loop",
        "--env-file",
        "--log-config",
        "--access-logfile",
        "--error-logfile",
        "--chdir",
        "--app-dir",
        "--interface",
        "--ws",
        "--http",
        "--reload-dir",
        "--worker-tmp-dir",
        "--keep-alive",
        "--max-requests",
        "--name",
        "-n",
        "--pythonpath",
        "--root-path",
        "--forwarded-allow-ips",
        "--limit-max-requests",
        "--ssl-keyfile",
        "--ssl-certfile",
        "-A",
        "--app",
        "-e",
        "--env",
        "--graceful-timeout",
        "--preload-app",
        "--call",
        "--nproc_per_node",
        "--nnodes",
        "--nproc-per-node",
        "--include",
        "-i",
        "--user",
        "-u",
        "--group",
        "--pid",
        "-Q",
        "-P",
        "--concurrency",
        "-W",
    }
) - {"--preload-app", "--call"}
# What a script is given to prepare something, and not to start its program.
_PREPARES = frozenset(
    {"db", "migrate", "makemigrations", "upgrade", "collectstatic", "createsuperuser", "create_db", "init_db", "initdb"}
    | {
        "init-db",
        "seed",
        "test",
        "shell",
        "install",
        "develop",
        "sdist",
        "build_ext",
        "loaddata",
        "compilemessages",
    }
)
_TARGET = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_][\w.]*(?:\(.*\))?$")
_PORT = re.compile(r"(?:.*[:=])?(\d{2,5})$")


def launched(command: "Command") -> Launch | None:
    """What the command starts, or None for a command that starts no program."""
    if not command.argv:
        return None
    tool = command.argv[0].rpartition("/")[2].removesuffix(".exe")
    rest = list(command.argv[1:])
    if _PYTHON.fullmatch(command.argv[0]):
        return _python(rest, command)
    variables = dict(command.variables)
    found = _by_tool(tool, rest, variables)
    if found is None and command.argv[0].endswith(".py"):
        found = Launch("python", path=_clean(command.argv[0]))
    return found and replace(found, port=found.port or _variable_port(variables))


def _python(rest: list[str], command: "Command") -> Launch | None:
    while rest and rest[0].startswith("-") and rest[0] not in {"-m", "-c"}:
        rest = rest[2:] if rest[0] in {"-W", "-X"} else rest[1:]
    match rest:
        case ["-m", module, *arguments]:
            found = _by_tool(
                module.partition(".")[0] if module.startswith("torch.distributed") else module,
                arguments,
                dict(command.variables),
            )
            return found or Launch("python", module=module, port=_port(arguments))
        case [path, "runserver" | "run_server" as verb, *arguments] if path.endswith("manage.py"):
            return Launch("django", path=_clean(path), name=verb, port=_first_port(arguments) or 8000)
        case [path, verb, *_] if verb in _PREPARES or (verb == "build" and path.endswith("setup.py")):
            return None
        case [path, *arguments] if path.endswith((".py", ".pyw")) or "/" in path:
            return Launch("python", path=_clean(path), port=_port(arguments) or _variable_port(dict(command.variables)))
        case [path] if re.fullmatch(r"[\w/]+", path):
            return Launch("python", path=f"{path}.py")
    return None


def _by_tool(tool: str, rest: list[str], variables: dict[str, str]) -> Launch | None:
    if tool in _IMPORTERS:
        return _importer(tool, rest)
    if tool in _FILE_RUNNERS:
        return _file_runner(tool, rest)
    special = _SPECIAL.get(tool)
    return special(rest, variables) if special else None


def _importer(tool: str, rest: list[str]) -> Launch | None:
    target = next((word.strip("\"'") for word in _operands(rest) if _TARGET.match(word.strip("\"'"))), None)
    if target is None and tool == "litestar":
        target = _flag(rest, "--app")
    if target is None:
        target = next((word for word in _operands(rest) if re.fullmatch(r"[a-zA-Z_][\w.]*", word)), None)
    if target is None:
        return None
    module, _, name = target.partition(":")
    if "--factory" in rest and name and not name.endswith(")"):
        name = f"{name}()"
    return Launch(
        tool,
        module=module,
        name=name,
        port=_port(rest),
        app_dir=_flag(rest, "--app-dir", "--chdir", "--pythonpath") or "",
    )


def _file_runner(tool: str, rest: list[str]) -> Launch | None:
    verb = _FILE_RUNNERS[tool]
    operands = _operands(rest)
    if verb:
        allowed = {verb, "dev", "hello", "serve", "run"}
        if not operands or operands[0] not in allowed:
            return None
        operands = operands[1:]
    if not operands:
        return Launch(tool, port=_port(rest)) if tool == "fastapi" else None
    path, _, name = operands[0].partition(":")
    return Launch(tool, path=_clean(path), name=name, port=_port(rest))


def _flask(rest: list[str], variables: dict[str, str]) -> Launch | None:
    if "run" not in rest:
        return None
    app = _flag(rest, "--app", "-A") or variables.get("FLASK_APP") or variables.get("QUART_APP") or ""
    module, _, name = app.partition(":")
    path = _clean(module) if module.endswith(".py") else ""
    return Launch(
        "flask",
        module="" if path else module.replace("/", "."),
        name=name,
        path=path,
        port=_port(rest) or _variable_port(variables),
    )


def _celery(rest: list[str], variables: dict[str, str]) -> Launch | None:
    del variables
    if not {"worker", "beat"} & set(rest):
        return None
    module, _, name = (_flag(rest, "-A", "--app") or "").partition(":")
    return Launch(
        "celery",
        module=module.removesuffix(".app") if module.count(".") else module,
        name="beat" if "worker" not in rest else name,
    )


def _module_operand(tool: str) -> Callable[[list[str], dict[str, str]], Launch | None]:
    def read(rest: list[str], variables: dict[str, str]) -> Launch | None:
        del variables
        operands = [word for word in _operands(rest) if word not in {"serve", "run", "worker", "start"}]
        if not operands:
            return None
        module, _, name = operands[0].partition(":")
        if module.endswith(".py"):
            return Launch(tool, path=_clean(module), name=name, port=_port(rest))
        return Launch(tool, module=module, name=name, port=_port(rest))

    return read


def _folder_tool(tool: str, *verbs: str) -> Callable[[list[str], dict[str, str]], Launch | None]:
    def read(rest: list[str], variables: dict[str, str]) -> Launch | None:
        del variables
        if verbs and not set(verbs) & set(rest):
            return None
        return Launch(tool, port=_port(rest))

    return read


_SPECIAL: dict[str, Callable[[list[str], dict[str, str]], Launch | None]] = {
    "flask": _flask,
    "quart": _flask,
    "celery": _celery,
    "bentoml": _module_operand("bentoml"),
    "dramatiq": _module_operand("dramatiq"),
    "arq": _module_operand("arq"),
    "huey_consumer": _module_operand("huey"),
    "huey_consumer.py": _module_operand("huey"),
    "serve": _module_operand("ray"),
    "faust": _module_operand("faust-streaming"),
    "reflex": _folder_tool("reflex", "run"),
    "jupyter": _folder_tool("jupyter"),
    "jupyter-lab": _folder_tool("jupyter"),
    "mlflow": _folder_tool("mlflow", "server", "ui", "serve"),
    "scrapy": _folder_tool("scrapy", "crawl"),
    "rq": _folder_tool("rq", "worker"),
    "mlserver": _folder_tool("mlserver", "start"),
    "dagster": _folder_tool("dagster", "dev"),
    "dagster-webserver": _folder_tool("dagster"),
}


def _operands(rest: Iterable[str]) -> list[str]:
    found: list[str] = []
    skip = False
    for word in rest:
        if skip:
            skip = False
        elif word.startswith("-"):
            skip = word in _VALUE_FLAGS
        else:
            found.append(word)
    return found


def _flag(rest: list[str], *names: str) -> str | None:
    for position, word in enumerate(rest):
        name, equals, value = word.partition("=")
        if name in names:
            return value if equals else (rest[position + 1] if position + 1 < len(rest) else None)
    return None


def _port(rest: list[str]) -> int | None:
    return _number(_flag(rest, *_PORT_FLAGS))


def _first_port(rest: list[str]) -> int | None:
    return next((port for word in rest if (port := _number(word))), None)


def _variable_port(variables: dict[str, str]) -> int | None:
    names = ("PORT", "FLASK_RUN_PORT", "GRADIO_SERVER_PORT", "STREAMLIT_SERVER_PORT", "UVICORN_PORT")
    return next((port for name in names if (port := _number(variables.get(name)))), None)


def _number(text: str | None) -> int | None:
    found = _PORT.match(text.strip("\"'")) if text else None
    port = int(found[1]) if found else 0
    return port if 0 < port < 65536 else None


def _clean(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./").removeprefix("/app/").removeprefix("/code/").removeprefix("/")
