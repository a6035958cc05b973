"""Applications of no framework, by how they are called and by who is handed them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project

_FUNCTION = "def {}(environ, start_response):\n    start_response('200 OK', [])\n    return [b'a']\n\n\n"
_CLASS = "class Shop:\n    def __call__(self, environ, start_response):\n        return []\n\n\n"
_ASGI = "async def app(scope, receive, send):\n    await send({})\n"
_MAIN = "if __name__ == '__main__':\n    "
_SERVE = "from wsgiref.simple_server import make_server\n\n\n"

SERVED = {
    "a function that is handed to a server": (
        f"{_SERVE}{_FUNCTION.format('hello')}{_MAIN}make_server('127.0.0.1', 8051, hello).serve_forever()\n",
        ("shop:hello", "wsgi", 8051),
    ),
    "a function of the usual name": (_FUNCTION.format("application"), ("shop:application", "wsgi", 8000)),
    "an object of a class of the project": (f"{_CLASS}application = Shop()\n", ("shop:application", "wsgi", 8000)),
    "an object in middleware": (
        f"from werkzeug.middleware.proxy_fix import ProxyFix\n\n\n{_CLASS}app = ProxyFix(Shop())\n",
        ("shop:app", "wsgi", 8000),
    ),
    "a function that Werkzeug makes one": (
        (
            "from werkzeug.serving import run_simple\nfrom werkzeug.wrappers import Request, Response\n\n\n"
            f"@Request.application\ndef app(request):\n    return Response('a')\n\n\n{_MAIN}"
            "run_simple('localhost', 8052, app)\n"
        ),
        ("shop:app", "wsgi", 8052),
    ),
    "a function that makes what the main block hands over": (
        (
            f"{_SERVE}{_CLASS}def build(debug=False):\n    return Shop()\n\n\n"
            f"{_MAIN}shop = build()\n    make_server('localhost', 8053, shop).serve_forever()\n"
        ),
        ("shop:build()", "wsgi", 8053),
    ),
    "a class of which the main block makes the object": (
        f"{_SERVE}{_CLASS}{_MAIN}make_server('localhost', 8054, Shop()).serve_forever()\n",
        ("shop:Shop()", "wsgi", 8054),
    ),
    "a coroutine": (_ASGI, ("shop:app", "asgi", 8000)),
}
RUN_BY_HAND = {
    "an object that only its file can make": (
        f"{_SERVE}class Shop:\n    def __init__(self, goods):\n        self.goods = goods\n\n"
        "    def __call__(self, environ, start_response):\n        return []\n\n\n"
        f"{_MAIN}make_server('localhost', 8055, Shop([])).serve_forever()\n"
    ),
    "a middleware of another name": f"{_FUNCTION.format('with_header')}{_MAIN}print('a')\n",
    "a coroutine of other parameters": f"async def app(scope, receive):\n    pass\n\n\n{_MAIN}print('a')\n",
}


@pytest.mark.parametrize("case", SERVED)
def test_a_server_is_given_it(case: str, folder: Callable[[dict[str, str]], Path]) -> None:
    text, expected = SERVED[case]

    program = inspect(Project.open(folder({"shop.py": text, "requirements.txt": "werkzeug\n"}))).programs[0]

    assert (program.entrypoint, program.interface, program.port) == expected
    assert (program.kind, program.framework) == ("web", "script")


@pytest.mark.parametrize("case", RUN_BY_HAND)
def test_other_files_are_run(case: str, folder: Callable[[dict[str, str]], Path]) -> None:
    program = inspect(Project.open(folder({"shop.py": RUN_BY_HAND[case], "requirements.txt": ""}))).programs[0]

    assert (program.entrypoint, program.interface) == ("shop.py", "")


def test_an_example_of_a_library_is_no_program(folder: Callable[[dict[str, str]], Path]) -> None:
    files = {
        "setup.py": "from setuptools import setup\n\nsetup(name='shop', packages=['shop'])\n",
        "shop/__init__.py": _CLASS,
        "examples/hello.py": f"{_SERVE}from shop import Shop\n\n\n{_MAIN}"
        "make_server('', 8056, Shop()).serve_forever()\n",
    }

    assert not any(program.interface for program in inspect(Project.open(folder(files))).programs)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("web: gunicorn shop:server", ("shop:server", "wsgi", "web")),
        ("web: uvicorn shop:server", ("shop:server", "asgi", "web")),
        ("web: gunicorn -k uvicorn.workers.UvicornWorker shop:server", ("shop:server", "asgi", "web")),
        ("web: gunicorn shop:other", ("shop.py", "", "job")),
        ("web: python shop.py", ("shop.py", "", "job")),
    ],
)
def test_what_the_projects_words_hand_to_a_server(
    line: str, expected: tuple[str, str, str], folder: Callable[[dict[str, str]], Path]
) -> None:
    code = f"import stranger\n\nserver = stranger.Dashboard().server()\n\n{_MAIN}stranger.run(server)\n"
    files = {"shop.py": code, "Procfile": f"{line}\n", "requirements.txt": "stranger\n"}
    first = inspect(Project.open(folder(files))).programs[0]
    assert (first.entrypoint, first.interface, first.kind) == expected
