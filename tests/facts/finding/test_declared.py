"""Commands that a manifest declares, wherever in the package they lie."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline
from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project

_CLI = "def main():\n    print('a')\n\n\nif __name__ == '__main__':\n    main()\n"
_STARTS_THE_FILE = 'FROM python:3.12\nRUN pip install shop\nCOPY . .\nCMD ["python", "shop/shop.py"]\n'
_SETUP = (
    "from setuptools import setup\n\nsetup(name='shop', packages=['shop'], entry_points={{'console_scripts': {}}})\n"
)

_WEB = (
    "from flask import Flask\n\napp = Flask(__name__)\nmodel = None\n\n\n@app.route('/')\ndef home():\n"
    "    return model\n\n\n"
    "def load():\n    global model\n    model = open('/srv/model').read()\n\n\n"
    "def main():\n    try:\n        load()\n    except OSError:\n        pass\n    app.run()\n\n\n"
    "if __name__ == '__main__':\n    {}\n"
)

ENTRIES = {
    "that does more than the file's own block": (
        {
            "setup.py": _SETUP.format(["shop = shop.web:main"]),
            "shop/__init__.py": "",
            "shop/web.py": _WEB.format("load()\n    app.run()"),
        },
        "shop",
    ),
    "unless the block calls it": (
        {
            "setup.py": _SETUP.format(["shop = shop.web:main"]),
            "shop/__init__.py": "",
            "shop/web.py": _WEB.format("main()"),
        },
        "shop/web.py",
    ),
    "in a folder named like one of tools": (
        {
            "setup.py": _SETUP.format(["shopcut = shop.utilities.cut:main", "shopsort = shop.utilities.sort:main"]),
            "shop/__init__.py": "",
            "shop/utilities/__init__.py": "",
            "shop/utilities/cut.py": _CLI,
            "shop/utilities/sort.py": _CLI,
        },
        "shopcut",
    ),
    "that reads the version of the installed package": (
        {
            "setup.py": _SETUP.format(["shop = shop.shop:main"]),
            "Dockerfile": _STARTS_THE_FILE,
            "shop/__init__.py": "",
            "shop/shop.py": f"import importlib.metadata\n\nVERSION = importlib.metadata.version('shop')\n\n\n{_CLI}",
        },
        "shop",
    ),
    "whose package does so": (
        {
            "setup.py": _SETUP.format(["shop = shop.shop:main"]),
            "Dockerfile": _STARTS_THE_FILE,
            "shop/__init__.py": "from importlib.metadata import version\n\n__version__ = version(__name__)\n",
            "shop/shop.py": f"from shop import __version__\n\n\n{_CLI}",
        },
        "shop",
    ),
    "unless it can do without": (
        {
            "setup.py": _SETUP.format(["shop = shop.shop:main"]),
            "Dockerfile": _STARTS_THE_FILE,
            "shop/__init__.py": "",
            "shop/shop.py": "from importlib.metadata import version\n\ntry:\n    VERSION = version('shop')\n"
            f"except ImportError:\n    VERSION = ''\n\n\n{_CLI}",
        },
        "shop/shop.py",
    ),
}


@pytest.mark.parametrize("case", ENTRIES)
def test_the_command_starts_it(case: str, folder: Callable[[dict[str, str]], Path]) -> None:
    files, entrypoint = ENTRIES[case]
    assert inspect(Project.open(folder(files))).facts.entrypoint.value == entrypoint


KEDRO = '[tool.kedro]\npackage_name = "flights"\n'


def test_the_pipelines_of_kedro_are_run_by_kedro_in_the_project(folder: Callable[[dict[str, str]], Path]) -> None:
    scripts = '[project]\nname = "flights"\nversion = "1"\n[project.scripts]\nflights = "flights.__main__:main"\n'
    files = {
        "pyproject.toml": scripts + KEDRO,
        "requirements.txt": "kedro==0.19.10\n",
        "src/flights/__init__.py": "",
        "src/flights/__main__.py": "def main(): ...\n\nif __name__ == '__main__':\n    main()\n",
        "conf/base/catalog.yml": "a:\n  type: pandas.CSVDataset\n",
    }
    text = pipeline.generate(folder(files)).files.dockerfile
    assert 'ENTRYPOINT ["kedro", "run"]' in text or 'CMD ["kedro", "run"]' in text
    assert "WORKDIR /app\n" in text
    assert "WORKDIR /app/src" not in text
