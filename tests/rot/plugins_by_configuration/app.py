import json
from importlib import import_module
from pathlib import Path

from flask import Flask

wanted = json.loads((Path(__file__).parent / "report.json").read_text())["format"]
draw = getattr(import_module(wanted["module"]), wanted["function"])
app = Flask(__name__)


@app.get("/")
def report():
    return draw([["ada", 36], ["alan", 41]], **wanted["options"])
