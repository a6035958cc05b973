"""Applications that only the code that starts them finishes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
HEAD = "import os\nimport joblib\nfrom flask import Flask, current_app, request\n\napp = Flask(__name__)\n"
PAGE = "\n\n@app.route('/')\ndef home():\n    return str(model.predict(request.args))\n\n\n"
BLOCK = "if __name__ == '__main__':\n"
RUN_BY_HAND = {
    "the model is loaded in the block": f"{HEAD}{PAGE}{BLOCK}    model = joblib.load('m.pkl')\n    app.run()\n",
    "it holds nothing before that": f"{HEAD}model = None\n{PAGE}{BLOCK}    model = joblib.load('m.pkl')\n"
    f"    app.run()\n",
    "a function of the block loads it": f"{HEAD}model = None\n\ndef load():\n    global model\n"
    f"    model = joblib.load('m.pkl')\n"
    f"{PAGE}{BLOCK}    load()\n    app.run()\n",
    "main does": f"{HEAD}{PAGE}def main():\n    global model\n    model = joblib.load('m.pkl')\n    app.run()\n"
    f"\n\n{BLOCK}    main()\n",
    "a page of a class uses it": f"{HEAD}\nclass Pages:\n    def home(self):\n        return model\n\n\n"
    f"{BLOCK}    model = 1\n    app.run()\n",
    "the pages come there": f"{HEAD}from pages import bp\n\n{BLOCK}    app.register_blueprint(bp)\n    app.run()\n",
    "they are defined there": f"{HEAD}\ndef main():\n    @app.route('/')\n    def home():\n        return 'x'\n"
    f"\n    app.run()\n\n\n"
    f"{BLOCK}    main()\n",
    "its settings come there": f"{HEAD}\n@app.route('/')\ndef home():\n    return current_app.config['SHAPE']\n\n\n"
    f"{BLOCK}    app.config['SHAPE'] = 3\n    app.run()\n",
    "the environment is set there": f"{HEAD}\n@app.route('/')\ndef home():\n    return os.environ['SHAPE']\n\n\n"
    f"{BLOCK}    os.environ['SHAPE'] = '3'\n    app.run()\n",
}
_HOME = "\n@app.route('/')\ndef home():\n    session['n'] = 1\n    return 'x'\n\n\n"
_FLASK = "from flask import Flask, session\nfrom threading import Thread\n\napp = Flask(__name__)\n"
_WATCH = "def watch():\n    pass\n\n\ndef open_page():\n    pass\n\n\n"
RUN_BY_HAND |= {
    "the key of its sessions": f"{_FLASK}{_HOME}{BLOCK}    app.secret_key = 'x'\n    app.run()\n",
    "an extension gets it there": f"{_FLASK}from pages import db\n{_HOME}{BLOCK}    db.init_app(app)\n    app.run()\n",
    "a thread works beside it": f"{_FLASK}{_WATCH}{_HOME}{BLOCK}    Thread(target=watch, daemon=True).start()\n"
    f"    app.run()\n",
    "a scheduler does": f"{_FLASK}from pages import scheduler\n{_HOME}{BLOCK}    scheduler.start()\n    app.run()\n",
}
SERVED = {
    "the key is set in the module too": f"{_FLASK}app.config['SECRET_KEY'] = 'y'\n"
    f"{_HOME}{BLOCK}    app.secret_key = 'x'\n    app.run()\n",
    "an extension gets it in the module too": f"{_FLASK}from pages import db\ndb.init_app(app)\n{_HOME}"
    f"{BLOCK}    db.init_app(app)\n    app.run()\n",
    "nobody needs the key": f"{_FLASK.replace(', session', '')}\n@app.route('/')\ndef home():\n    return 'x'\n\n\n"
    f"{BLOCK}    app.secret_key = 'x'\n    app.run()\n",
    "a thread shows the page": f"{_FLASK}{_WATCH}{_HOME}{BLOCK}    Thread(target=open_page).start()\n    app.run()\n",
    "nothing but the start": f"{HEAD}model = 1\n{PAGE}{BLOCK}    port = int(os.environ.get('PORT', 5000))\n"
    f"    app.run(port=port)\n",
    "the page's own name": f"{HEAD}\n@app.route('/')\ndef home():\n    model = 1\n    return model\n\n\n"
    f"{BLOCK}    model = 2\n    app.run()\n",
    "a parameter's name": f"{HEAD}\n@app.route('/<model>')\ndef home(model):\n    return model\n\n\n"
    f"{BLOCK}    model = 2\n    app.run()\n",
    "loaded in the module too": f"{HEAD}model = joblib.load('m.pkl')\n"
    f"{PAGE}{BLOCK}    model = joblib.load('n.pkl')\n    app.run()\n",
    "loaded when it is asked for": f"{HEAD}model = None\n\ndef load():\n    global model\n"
    f"    model = joblib.load('m.pkl')\n\n"
    f"@app.route('/')\ndef home():\n    if model is None:\n        load()\n    return model.x\n\n\n"
    f"{BLOCK}    load()\n    app.run()\n",
    "a setting with a default": f"{HEAD}\n@app.route('/')\ndef home():\n    return os.environ.get('SHAPE', '2')\n\n\n"
    f"{BLOCK}    os.environ['SHAPE'] = '3'\n    app.run()\n",
    "a setting that nobody reads": f"{HEAD}\n@app.route('/')\ndef home():\n    return 'x'\n\n\n"
    f"{BLOCK}    app.config['DEBUG'] = True\n    app.run()\n",
    "nothing is used of it": f"{HEAD}\n@app.route('/')\ndef home():\n    return 'x'\n\n\n{BLOCK}    model = 3\n"
    f"    app.run()\n",
}


@pytest.mark.parametrize("text", RUN_BY_HAND.values(), ids=RUN_BY_HAND)
def test_what_is_finished_by_its_start_is_run(folder: Make, text: str) -> None:
    files = {"app.py": text, "pages.py": "from flask import Blueprint\n\nbp = Blueprint('x', __name__)\n"}
    facts = pipeline.inspect(folder({**files, "requirements.txt": "flask\n"})).facts
    assert (facts.framework.value, facts.entrypoint.value) == ("flask", "app.py")


@pytest.mark.parametrize("text", SERVED.values(), ids=SERVED)
def test_what_is_whole_is_served(folder: Make, text: str) -> None:
    facts = pipeline.inspect(folder({"app.py": text, "requirements.txt": "flask\n"})).facts
    assert (facts.framework.value, facts.entrypoint.value) == ("flask", "app:app")


def test_what_is_started_by_its_name_is_imported_once_more(folder: Make) -> None:
    text = (
        "import uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get('/')\ndef home():\n"
        "    return model\n\n\n"
        "if __name__ == '__main__':\n    model = 1\n    uvicorn.run('app:app')\n"
    )
    facts = pipeline.inspect(folder({"app.py": text, "requirements.txt": "fastapi\nuvicorn\n"})).facts
    assert facts.entrypoint.value == "app:app"


def test_the_file_that_calls_the_start_is_run(folder: Make) -> None:
    files = {
        "shop/__init__.py": "",
        "shop/web.py": "from flask import Flask\nfrom flask_restful import Api\n\napp = Flask(__name__)\n\n\n"
        "def serve(port):\n    Api(app).add_resource(object, '/x')\n    app.run(port=port)\n",
        "shop/cli.py": "from shop.web import serve\n\n\ndef main():\n    serve(7000)\n\n\n"
        "if __name__ == '__main__':\n    main()\n",
        "requirements.txt": "flask\nflask-restful\n",
    }
    facts = pipeline.inspect(folder(files)).facts
    assert facts.entrypoint.value == "shop/cli.py"


DASH = "from dash import Dash, html\n\napp = Dash(__name__)\n"


@pytest.mark.parametrize(
    ("text", "entrypoint"),
    [
        (f"{DASH}\n{BLOCK}    app.layout = html.Div()\n    app.run()\n", "app.py"),
        (f"{DASH}app.layout = html.Div()\n\n{BLOCK}    app.run()\n", "app:app.server"),
    ],
)
def test_a_dashboard_that_is_laid_out_as_it_starts_is_run(folder: Make, text: str, entrypoint: str) -> None:
    facts = pipeline.inspect(folder({"app.py": text, "requirements.txt": "dash\n"})).facts
    assert facts.entrypoint.value == entrypoint


@pytest.mark.parametrize(
    ("files", "entrypoint"),
    [
        ({"Procfile": "web: gunicorn app:app\n"}, "app:app"),
        ({"README.md": "```\nFLASK_APP=app.py flask run\n```\n"}, "app:app"),
        ({"wsgi.py": "from app import app\n"}, "wsgi:app"),
        ({"README.md": "```\npython app.py\n```\n"}, "app.py"),
    ],
    ids=["its Procfile does", "its README does", "a file for that does", "it is run"],
)
def test_what_the_author_hands_to_a_server_is_whole(files: dict[str, str], entrypoint: str, folder: Make) -> None:
    text = f"{HEAD}{PAGE}{BLOCK}    model = joblib.load('m.pkl')\n    app.run()\n"
    facts = pipeline.inspect(folder({"app.py": text, "requirements.txt": "flask\ngunicorn\n", **files})).facts
    assert facts.entrypoint.value == entrypoint


UTIL = "__model = None\n\n\ndef predict(x):\n    return __model.predict(x)\n\n\ndef load():\n    global __model\n"
UTIL += "    with open('m.pkl', 'rb') as file:\n        __model = file.read()\n"
SERVER = "from flask import Flask\nimport util\n\napp = Flask(__name__)\n\n\n@app.route('/')\ndef home():\n"
SERVER += f"    return util.predict(1)\n\n\n{BLOCK}    util.load()\n    app.run()\n"


@pytest.mark.parametrize(
    ("server", "util", "entrypoint"),
    [
        (SERVER, UTIL, "server.py"),
        (SERVER.replace("import util", "from util import load, predict").replace("util.", ""), UTIL, "server.py"),
        (SERVER, f"{UTIL}\n\n{BLOCK}    load()\n", "server.py"),
        (SERVER, f"{UTIL}\n\nload()\n", "server:app"),
        (SERVER, UTIL.replace("    return __", "    if __model is None:\n        load()\n    return __"), "server:app"),
        (SERVER, UTIL.replace("__model = None", "__model = print"), "server:app"),
        (SERVER, UTIL.replace("__model.predict(x)", "x"), "server:app"),
    ],
    ids=["it does", "by its name", "tried out there", "it fills itself", "when asked", "it is full", "nobody reads it"],
)
def test_a_module_that_only_the_start_fills(folder: Make, server: str, util: str, entrypoint: str) -> None:
    files = {"server.py": server, "util.py": util, "requirements.txt": "flask\n"}
    assert pipeline.inspect(folder(files)).facts.entrypoint.value == entrypoint
