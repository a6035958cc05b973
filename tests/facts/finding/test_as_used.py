"""Applications that another distribution's factory makes, and those that a class holds."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
FACTORY = (
    "from flask import Blueprint\n\nbp = Blueprint('x', __name__)\n\n\ndef create_app():\n    import base_api\n"
    "    made = base_api.create_app()\n    {}\n    return made\n"
)
CLI = "from shop import create_app\n\n\ndef main():\n    made = create_app()\n    made.run(port=7219)\n"
SCRIPTS = (
    "[project]\nname = 'shop'\ndependencies = ['flask', 'base-api']\n\n[project.scripts]\nshop = 'shop.cli:main'\n"
)


def found(folder: Make, files: dict[str, str]) -> tuple[str | None, str | None, str | None, int | None]:
    facts = pipeline.inspect(folder(files)).facts
    return facts.kind.value, facts.framework.value, facts.entrypoint.value, facts.port.value


def test_what_is_given_blueprints_is_an_application_of_flask(folder: Make) -> None:
    files = {
        "shop/__init__.py": FACTORY.format("made.register_blueprint(bp)"),
        "shop/cli.py": CLI,
        "pyproject.toml": SCRIPTS,
    }
    assert found(folder, files) == ("web", "flask", "shop:create_app()", 7219)


def test_what_is_given_none_stays_unknown(folder: Make) -> None:
    files = {"shop/__init__.py": FACTORY.format("made.name = bp"), "shop/cli.py": CLI, "pyproject.toml": SCRIPTS}
    assert found(folder, files)[:2] == ("job", "script")


def test_a_router_that_takes_in_routers_is_no_application(folder: Make) -> None:
    text = "from fastapi import APIRouter\nfrom parts import make_router\n\nrouter = APIRouter()\n"
    "router.include_router(make_router())\n"
    kind, _, entrypoint, _ = found(folder, {"routes.py": text, "requirements.txt": "fastapi\n"})
    assert (kind, entrypoint) != ("web", "routes:router")


def test_the_application_of_a_class_is_found_where_the_class_starts_it(folder: Make) -> None:
    files = {
        "shop/__init__.py": "",
        "shop/web.py": "from flask import Flask\n\n\nclass Web:\n    port = 80\n    app = Flask(__name__)\n\n"
        "    @classmethod\n    def run(cls):\n        cls.app.run(host='0.0.0.0', port=7800)\n\n"
        "    @staticmethod\n    @app.route('/')\n    def index():\n        return 'x'\n",
        "shop/main.py": "from shop.web import Web\n\n\ndef main():\n    Web().run()\n\n\n"
        "if __name__ == '__main__':\n    main()\n",
        "requirements.txt": "flask\n",
    }
    assert found(folder, files) == ("web", "flask", "shop/main.py", 7800)


def test_the_application_of_an_object_is_found_where_a_method_starts_it(folder: Make) -> None:
    text = (
        "from flask import Flask\n\n\nclass Web:\n    def __init__(self):\n        self.app = Flask(__name__)\n\n"
        "    def start(self):\n        self.app.run(port=7801)\n\n\nif __name__ == '__main__':\n    Web().start()\n"
    )
    assert found(folder, {"web.py": text, "requirements.txt": "flask\n"}) == ("web", "flask", "web.py", 7801)


def test_a_factory_is_served_where_the_command_only_starts_it(folder: Make) -> None:
    files = {
        "shop/__init__.py": "",
        "shop/made.py": "from fastapi import FastAPI\n\n\ndef create_app(*, debug: bool = False) -> FastAPI:\n"
        "    app = FastAPI()\n    return app\n",
        "shop/app.py": "from shop.made import create_app\n\n\ndef main():\n    import uvicorn\n\n"
        "    uvicorn.run(create_app(debug=True), host='127.0.0.1', port=8630)\n",
        "pyproject.toml": "[project]\nname = 'shop'\ndependencies = ['fastapi', 'uvicorn']\n\n"
        "[project.scripts]\nshop-web = 'shop.app:main'\n",
    }
    assert found(folder, files) == ("web", "fastapi", "shop.made:create_app()", 8630)


def test_the_verb_of_a_command_that_starts_what_another_file_makes_is_typed(folder: Make) -> None:
    files = {
        "shop/__init__.py": "",
        "shop/app.py": "from dash import Dash\n\n\ndef create_board() -> Dash:\n    board = Dash(__name__)\n"
        "    return board\n",
        "shop/cli.py": "import typer\n\napp = typer.Typer()\n\n\n@app.command()\n"
        "def run(port: int = typer.Option(8050, '--port')) -> None:\n    from .app import create_board\n\n"
        "    create_board().run(port=port)\n\n\n@app.command()\ndef totals() -> None:\n    print(1)\n",
        "pyproject.toml": "[project]\nname = 'shop'\ndependencies = ['dash', 'typer']\n\n"
        "[project.scripts]\nboard = 'shop.cli:app'\n",
    }
    inspection = pipeline.inspect(folder(files))
    assert inspection.facts.entrypoint.value == "board"
    assert inspection.programs[0].arguments == ("run", "--port", "{port}")
