"""Calls that start a program: ``uvicorn.run(app)``, ``app.run()``, ``demo.launch()``, ``server.listen(8888)``."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from dockerize_ml.facts.finding.made import argument, framework_imports, framework_name, served
from dockerize_ml.facts.source.values import External, Instance, Member, OwnFunction, Scope
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dockerize_ml.facts.source.constants import Folded, Folder
    from dockerize_ml.facts.source.module import Call, Function, Module
    from dockerize_ml.facts.source.resolve import Resolver


class Signature(NamedTuple):
    """Where a starting call takes the application, the host and the port: positions, or None for keywords only."""

    app: int | None = None
    host: int | None = None
    port: int | None = None
    default_port: int | None = None


# Functions of servers that are handed an application. How they are called is their interface, not a setting.
FUNCTIONS: dict[str, Signature] = {
    "uvicorn.run": Signature(0, 1, 2, 8000),
    "uvicorn.Config": Signature(0, 1, 2, 8000),
    "uvicorn.main.run": Signature(0, 1, 2, 8000),
    "waitress.serve": Signature(0, None, None, 8080),
    "granian.Granian": Signature(0, 1, 2, 8000),
    "granian.server.Granian": Signature(0, 1, 2, 8000),
    "hypercorn.asyncio.serve": Signature(0, None, None, 8000),
    "hypercorn.trio.serve": Signature(0, None, None, 8000),
    "hypercorn.run.run": Signature(None, None, None, 8000),
    "aiohttp.web.run_app": Signature(0, None, None, 8080),
    "aiohttp.web._run_app": Signature(0, None, None, 8080),
    "aiohttp.web.TCPSite": Signature(0, 1, 2, 8080),
    "werkzeug.serving.run_simple": Signature(2, 0, 1, None),
    "werkzeug.run_simple": Signature(2, 0, 1, None),
    "wsgiref.simple_server.make_server": Signature(2, 0, 1, None),
    "bottle.run": Signature(0, None, None, 8080),
    "eventlet.wsgi.server": Signature(1, None, None, None),
    "gevent.pywsgi.WSGIServer": Signature(1, None, 0, None),
    "gevent.wsgi.WSGIServer": Signature(1, None, 0, None),
    "cheroot.wsgi.Server": Signature(1, None, 0, None),
    "cheroot.wsgi.WSGIServer": Signature(1, None, 0, None),
    "bjoern.run": Signature(0, 1, 2, None),
    "meinheld.server.run": Signature(0, None, None, None),
    "tornado.httpserver.HTTPServer": Signature(0, None, None, None),
    "tornado.httpserver.HTTPServer.listen": Signature(None, 1, 0, None),
    "tornado.httpserver.HTTPServer.bind": Signature(None, 1, 0, None),
    "pyngrok.ngrok.connect": Signature(None, None, None, None),
    "nicegui.ui.run": Signature(None, 0, None, 8080),
    "fasthtml.common.serve": Signature(1, 2, 3, 5001),
    "fasthtml.serve": Signature(1, 2, 3, 5001),
    "http.server.HTTPServer": Signature(None, None, 0, None),
    "http.server.ThreadingHTTPServer": Signature(None, None, 0, None),
    "socketserver.TCPServer": Signature(None, None, 0, None),
    "socketserver.ThreadingTCPServer": Signature(None, None, 0, None),
    "asyncio.start_server": Signature(None, 1, 2, None),
    "websockets.serve": Signature(None, 1, 2, None),
    "websockets.server.serve": Signature(None, 1, 2, None),
    "websockets.asyncio.server.serve": Signature(None, 1, 2, None),
    "remi.start": Signature(None, None, None, 8081),
    "remi.server.start": Signature(None, None, None, 8081),
    "flexx.flx.start": Signature(None, None, None, 49190),
    "flexx.app.start": Signature(None, None, None, 49190),
    "flet.app": Signature(None, None, None, 8550),
    "flet.run": Signature(None, None, None, 8550),
    "pywebio.start_server": Signature(None, 2, 1, 8080),
    "pywebio.platform.tornado.start_server": Signature(None, 2, 1, 8080),
    "justpy.justpy": Signature(None, None, None, 8000),
    "cherrypy.quickstart": Signature(0, None, None, 8080),
    "panel.serve": Signature(0, 2, 1, 5006),
    "bokeh.server.server.Server": Signature(0, None, None, 5006),
}
# Methods of an application that start it; positions differ, so that the framework's name comes first.
METHODS: dict[tuple[str, str], Signature] = {
    ("flask", "run"): Signature(None, 0, 1, 5000),
    ("quart", "run"): Signature(None, 0, 1, 5000),
    ("quart", "run_task"): Signature(None, 0, 1, 5000),
    ("sanic", "run"): Signature(None, 0, 1, 8000),
    ("bottle", "run"): Signature(None, None, None, 8080),
    ("dash", "run"): Signature(None, 0, 1, 8050),
    ("dash", "run_server"): Signature(None, 0, 1, 8050),
    ("gradio", "launch"): Signature(None, None, None, 7860),
    ("tornado", "listen"): Signature(None, 1, 0, None),
    ("mesa", "launch"): Signature(None, None, 0, 8521),
    ("litserve", "run"): Signature(None, 0, 1, 8000),
    ("connexion", "run"): Signature(None, 1, 0, 8080),
    ("robyn", "start"): Signature(None, 0, 1, 8080),
    ("fastmcp", "run"): Signature(None, None, None, 8000),
    ("mcp", "run"): Signature(None, None, None, 8000),
    ("taipy", "run"): Signature(None, None, None, 5000),
    ("starlette", "run"): Signature(None, None, None, 8000),
    ("grpcio", "add_insecure_port"): Signature(None, None, 0, 50051),
    ("grpcio", "add_secure_port"): Signature(None, None, 0, 50051),
    ("slack-bolt", "start"): Signature(None, None, 0, 3000),
    ("kserve", "start"): Signature(None, None, None, 8080),
    ("cherrypy", "run"): Signature(None, None, None, 8080),
    ("web.py", "run"): Signature(None, None, None, 8080),
    ("h2o-wave", "run"): Signature(None, None, None, 10101),
    ("reflex", "run"): Signature(None, None, None, 3000),
}
# Extensions with a ``run`` that takes the application first: ``socketio.run(app, host, port)``.
_EXTENSIONS = {
    "flask_socketio.SocketIO.run": Signature(0, 1, 2, 5000),
    "flask_sockets.Sockets.run": Signature(0, 1, 2, 5000),
    "livereload.Server.serve": Signature(None, 2, 0, 5500),
    "flask_script.Manager.run": Signature(None, None, None, 5000),
}
_MENTION = re.compile(
    r"\b(?:run|run_app|_run_app|run_server|run_task|run_simple|serve|launch|listen|bind|start|start_server|make_server|justpy"
    r"|quickstart|WSGIServer|HTTPServer|ThreadingHTTPServer|TCPServer|ThreadingTCPServer|TCPSite|Server|server|Config|Granian"
    r"|add_insecure_port|add_secure_port|app|connect)\("
)
HOST_NAMES = ("host", "server_name", "address", "addr", "hostname", "bind_addr", "interface", "server_host")
_PORT_NAMES = ("port", "server_port", "http_port")


@dataclass(frozen=True, slots=True)
class Start:
    """A call that starts a program.

    Attributes:
        at: where it stands.
        module: the file it stands in.
        by: what is called, dotted: ``uvicorn.run``, ``flask.Flask.run``.
        instance: the framework's object that is started, where the source tells.
        reference: the import string that is started (``app.main:app``), or empty.
        name: the variable that the call was made on or given, or empty.
        is_port_given: whether the call is given a port, be it one that only the running program knows.
        functions: those that it stands in, the innermost last.
    """

    at: Place
    module: Module
    by: str
    call: ast.Call
    instance: Instance | None
    reference: str
    name: str
    host: Folded | None
    port: Folded | None
    is_port_given: bool
    default_port: int | None
    functions: tuple[Function, ...] = ()


class Starts:
    """Finds, once per project, every call that starts something."""

    def __init__(self, resolver: Resolver, folder: Folder, made_in: Iterable[str]) -> None:
        self._resolver = resolver
        self._folder = folder
        self._made_in = frozenset(made_in)
        self.all = tuple(self._find())

    def _find(self) -> Iterator[Start]:
        graph = self._resolver.graph
        for path in self._files():
            module = graph.module(path)
            for call in module.calls if module else ():
                start = self._start(module, call) if module else None
                if start is not None:
                    yield start

    def _files(self) -> Iterator[str]:
        """Files that import a server or framework, hold an application, or import from one that does."""
        graph = self._resolver.graph
        making = {*graph.importing(framework_imports()), *self._made_in}
        holders = {path for held in making for path in (held, *graph.importers.get(held, ()))}
        importing = {*graph.importing(_starting_imports()), *holders}
        return (path for path in graph.program_files if path in importing and _MENTION.search(graph.text(path)))

    def _start(self, module: Module, call: Call) -> Start | None:
        name = _method(call.node.func)
        if name is None or not _MENTION.search(f"{name}("):
            return None
        scope = Scope(module, call.functions)
        if isinstance(call.node.func, ast.Attribute) and (start := self._of_method(call, scope)):
            return start
        thing = self._resolver.thing(call.node.func, scope)
        dotted = _dotted(thing)
        signature = FUNCTIONS.get(dotted) or _EXTENSIONS.get(dotted)
        if signature is None:
            return None
        return self._with(
            call, scope, dotted, signature, argument(call.node, signature.app, "app", "application", "target")
        )

    def _of_method(self, call: Call, scope: Scope) -> Start | None:
        func = call.node.func
        if not isinstance(func, ast.Attribute):
            return None
        instance = served(self._resolver.thing(func.value, scope), self._resolver)
        known = framework_name(instance, fluent=True) if instance else None
        signature = METHODS.get((known, func.attr)) if known else None
        if instance is None or signature is None:
            return None
        return self._with(call, scope, f"{instance.of}.{func.attr}", signature, func.value)

    def _with(self, call: Call, scope: Scope, dotted: str, signature: Signature, app: ast.expr | None) -> Start:
        reference = app.value if isinstance(app, ast.Constant) and isinstance(app.value, str) else ""
        return Start(
            at=Place(scope.module.path, call.node.lineno),
            module=scope.module,
            by=dotted,
            call=call.node,
            instance=self._referenced(reference, scope) if reference else self._served(app, scope),
            reference=reference,
            name=_variable(app),
            host=self._host(call, scope, signature),
            port=self._port(call, scope, signature),
            is_port_given=argument(call.node, signature.port, *_PORT_NAMES) is not None,
            default_port=signature.default_port,
            functions=call.functions,
        )

    def _served(self, app: ast.expr | None, scope: Scope) -> Instance | None:
        return served(self._resolver.thing(app, scope), self._resolver)

    def _referenced(self, reference: str, scope: Scope) -> Instance | None:
        """The application that an import string leads to, or that the factory it names makes."""
        path, name = located(self._resolver, scope.module.path, reference)
        module = self._resolver.graph.module(path) if path else None
        thing = self._resolver.name_in_module(module, name) if module else None
        if isinstance(thing, OwnFunction):
            thing = self._resolver.returned(thing)
        return served(thing, self._resolver)

    def _host(self, call: Call, scope: Scope, signature: Signature) -> Folded | None:
        node = argument(call.node, signature.host, *HOST_NAMES)
        pair = argument(call.node, signature.port)
        if node is None and isinstance(pair, ast.Tuple) and pair.elts:
            node = pair.elts[0]
        folded = self._folder.fold(node, scope) or self._spread(call, scope, HOST_NAMES)
        return folded or _before_colon(self._bound(call, scope))

    def _port(self, call: Call, scope: Scope, signature: Signature) -> Folded | None:
        node = argument(call.node, signature.port, *_PORT_NAMES)
        if isinstance(node, ast.Tuple) and len(node.elts) > 1:
            node = node.elts[1]
        folded = self._folder.fold(node, scope) or self._spread(call, scope, _PORT_NAMES)
        return _after_colon(folded or self._bound(call, scope))

    def _bound(self, call: Call, scope: Scope) -> Folded | None:
        """Addresses given as one text: ``listen="*:8080"``, ``add_insecure_port("[::]:50051")``."""
        given = argument(call.node, None, "listen", "bind", "bind_addr")
        return self._folder.fold(given if given is not None else _assigned_bind(scope), scope)

    def _spread(self, call: Call, scope: Scope, names: tuple[str, ...]) -> Folded | None:
        """What a dictionary that is spread into the call holds: ``uvicorn.run(app, **options)``."""
        spread = (keyword.value for keyword in call.node.keywords if keyword.arg is None)
        found = (self._folder.entry(value, names, scope) for value in spread)
        return next((folded for folded in found if folded is not None), None)


def located(resolver: Resolver, importer: str, reference: str) -> tuple[str, str]:
    """The file and the name that ``app.main:app`` leads to from a file; an empty file where there is none."""
    dotted, _, name = reference.partition(":")
    found = resolver.graph.layout.locate(importer, 0, dotted)
    if found is None and dotted == importer.rpartition("/")[2].removesuffix(".py"):
        return importer, name
    return (found.path if found is not None and found.path.endswith(".py") else ""), name


def _starting_imports() -> frozenset[str]:
    """The top-level names of all that has a starting call."""
    return framework_imports() | {name.partition(".")[0] for name in (*FUNCTIONS, *_EXTENSIONS)}


def _assigned_bind(scope: Scope) -> ast.expr | None:
    """``config.bind = ["0.0.0.0:8000"]`` of Hypercorn's configuration."""
    for node in scope.module.nodes:
        match node:
            case ast.Assign(targets=[ast.Attribute(attr="bind")], value=ast.List(elts=[first, *_]) | first):
                return first
    return None


def _after_colon(folded: Folded | None) -> Folded | None:
    if folded is None or not isinstance(folded.value, str) or ":" not in folded.value:
        return folded
    return replace(folded, value=folded.value.rpartition(":")[2])


def _before_colon(folded: Folded | None) -> Folded | None:
    if folded is None or not isinstance(folded.value, str) or ":" not in folded.value:
        return None
    return replace(folded, value=folded.value.rpartition(":")[0])


def _dotted(thing: object) -> str:
    match thing:
        case External(dotted=dotted):
            return dotted
        case Member(instance=instance, name=name):
            return f"{instance.of}.{name}"
    return ""


def _method(func: ast.expr) -> str | None:
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return None


def _variable(node: ast.expr | None) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=name)):
            return name
    return ""
