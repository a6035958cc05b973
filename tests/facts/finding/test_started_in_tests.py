"""An application that the project's own tests start is served as it is without them."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
APP = "from fastapi import FastAPI\n\n\ndef create_app() -> FastAPI:\n    app = FastAPI()\n    return app\n"
MAIN = 'import uvicorn\n\n\ndef main():\n    uvicorn.run("board.app:create_app", factory=True, port=8700)\n'
FILES = {
    "board/__init__.py": "",
    "board/app.py": APP,
    "board/main.py": MAIN,
    "requirements.txt": "fastapi\nuvicorn\n",
}
TEST = """import uvicorn
from fastapi import APIRouter

from board.app import create_app


def server(port):
    app = create_app()
    app.include_router(APIRouter())
    return uvicorn.Server(uvicorn.Config(app, port=port))
"""


def test_a_test_that_starts_the_application_is_not_how_it_is_started(folder: Make) -> None:
    facts = pipeline.inspect(folder(FILES | {"tests/test_live.py": TEST})).facts
    assert (facts.entrypoint.value, facts.port.value) == ("board.app:create_app()", 8700)
