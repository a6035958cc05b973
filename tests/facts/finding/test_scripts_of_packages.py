"""Scripts that lie in a package among what they use."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
WORK = "import life.grid as grid\n\ngrid.draw(grid.make(32))\n"
SETUP = "from setuptools import setup\nsetup(name='life', packages=['life'])\n"
FILES = {
    "setup.py": SETUP,
    "life/__init__.py": "from life import grid\n",
    "life/grid.py": "def make(n):\n    return n\n\n\ndef draw(grid):\n    print(grid)\n",
}
DEFINES = "from joblib import load\n\nmodel = load('m.pkl')\n\n\ndef predict(rows):\n    return model.predict(rows)\n"
TRAINS = "from life.grid import make\n\n\ndef train():\n    make(3)\n\n\nif __name__ == '__main__':\n    train()\n"
LIBRARIES = {
    "a name that tells nothing": {"life/plots.py": WORK},
    "others can take something of it": {"life/run_life.py": f"{WORK}\n\ndef again():\n    pass\n"},
    "a name that tells nothing, tried out by its own block": {"life/plots.py": TRAINS},
    "it only defines what others call": {"life/predict.py": DEFINES},
    "it only defines, and imports what there may be": {
        "life/pipeline.py": "try:\n    import torch\nexcept ImportError:\n    torch = 0\n\n\nclass Line:\n    pass\n",
        "life/more.py": "import life\n",
    },
    "another file imports it": {"life/run_life.py": WORK, "life/more.py": "from life import run_life\n"},
}


@pytest.mark.parametrize("name", ["run_life.py", "runGameOfLife.py", "main_life.py"])
def test_what_only_works_and_is_named_for_it_is_the_program(folder: Make, name: str) -> None:
    facts = pipeline.inspect(folder({**FILES, f"life/{name}": WORK})).facts
    assert (facts.kind.value, facts.entrypoint.value) == ("job", f"life/{name}")


@pytest.mark.parametrize("files", LIBRARIES.values(), ids=LIBRARIES)
def test_other_packages_are_libraries(folder: Make, files: dict[str, str]) -> None:
    assert pipeline.inspect(folder({**FILES, **files})).facts.kind.value == "library"


@pytest.mark.parametrize("name", ["train_pipeline.py", "training_pipeline.py", "run_life.py"])
def test_a_block_of_a_file_that_is_named_for_being_run_is_the_program(folder: Make, name: str) -> None:
    facts = pipeline.inspect(folder({**FILES, f"life/{name}": TRAINS, "life/predict.py": DEFINES})).facts
    assert (facts.kind.value, facts.entrypoint.value) == ("job", f"life/{name}")


ORDERS = (
    "from life.grid import make\nfrom life.rules import step\n\n\ndef main():\n    step(make(3))\n\n\n"
    "if __name__ == '__main__':\n    main()\n"
)
RULES = {"life/rules.py": "def step(grid):\n    return grid\n"}


def test_what_puts_the_other_modules_to_work_is_the_program(folder: Make) -> None:
    facts = pipeline.inspect(folder({**FILES, **RULES, "life/everything.py": ORDERS})).facts
    assert (facts.kind.value, facts.entrypoint.value) == ("job", "life/everything.py")


def test_what_others_take_from_is_a_module_all_the_same(folder: Make) -> None:
    files = {**FILES, **RULES, "life/everything.py": ORDERS, "life/more.py": "from life.everything import main\n"}
    assert pipeline.inspect(folder(files)).facts.kind.value == "library"


def test_a_part_of_a_package_that_nobody_installs_is_no_library(folder: Make) -> None:
    files = {
        "setup.py": "from setuptools import find_packages, setup\nsetup(name='src', packages=find_packages())\n",
        "src/__init__.py": "",
        "src/data.py": "def rows():\n    return [1]\n",
        "src/models/__init__.py": "from src.models.fitting import fit\n",
        "src/models/fitting.py": "from src.data import rows\n\n\ndef fit():\n    print(rows())\n\n\n"
        "if __name__ == '__main__':\n    fit()\n",
    }
    facts = pipeline.inspect(folder(files)).facts
    assert (facts.kind.value, facts.entrypoint.value) == ("job", "src/models/fitting.py")


@pytest.mark.parametrize(("name", "entrypoint"), [("example_fit.py", "example_fit.py"), ("test_fit.py", None)])
def test_an_example_is_the_program_where_it_is_all_there_is(folder: Make, name: str, entrypoint: str | None) -> None:
    fits = "from pmdarima import datasets\n\ndata = datasets.load_wineind()\n"
    assert pipeline.inspect(folder({name: fits})).facts.entrypoint.value == entrypoint


def test_the_tests_of_a_lone_module_are_no_program(folder: Make) -> None:
    files = {
        "setup.py": "from setuptools import setup\nsetup(name='life', py_modules=['life'])\n",
        "pyproject.toml": "[build-system]\nrequires = ['setuptools']\n",
        "life.py": "def make(n):\n    return n\n",
        "tests/test_life.py": TRAINS,
    }
    facts = pipeline.inspect(folder(files)).facts
    assert (facts.kind.value, facts.entrypoint.value) == ("library", None)


def test_a_lone_module_that_is_run_is_the_program(folder: Make) -> None:
    files = {
        "setup.py": "from setuptools import setup\nsetup(name='life', py_modules=['life'])\n",
        "life.py": "def make(n):\n    print(n)\n\n\nif __name__ == '__main__':\n    make(3)\n",
    }
    assert pipeline.inspect(folder(files)).facts.entrypoint.value == "life.py"


def test_what_its_own_function_gives_is_work(folder: Make) -> None:
    facts = pipeline.inspect(folder({"train.py": "def fit():\n    return 3\n\n\nmodel = fit()\n"})).facts
    assert (facts.kind.value, facts.entrypoint.value) == ("job", "train.py")
