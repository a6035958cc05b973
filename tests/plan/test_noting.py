"""What `init` tells beside what it writes."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline
from dockerize_ml.config import Settings
from dockerize_ml.plan.noting import notes_about

Make = Callable[[dict[str, str]], Path]
MANIFEST = (
    '[project]\nname = "psm"\nversion = "1"\n\n[project.scripts]\npsm-cli = "psm_cli:main"\n\n'
    '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
)
WEIGH = (
    "import argparse\n\nparser = argparse.ArgumentParser()\nparser.add_argument('path')\nprint(parser.parse_args())\n"
)
MODULE = "def main():\n    print(1)\n"


def told(root: Path) -> list[str]:
    return [note.text for note in notes_about(pipeline.inspect(root), Settings())]


def test_a_command_whose_module_is_nowhere_is_told_of(folder: Make) -> None:
    found = told(folder({"pyproject.toml": MANIFEST, "psm/__init__.py": "", "psm/core.py": MODULE}))
    assert "`psm-cli` starts psm_cli:main, which is not in the folder." in found


def test_one_that_is_there_is_not(folder: Make) -> None:
    assert told(folder({"pyproject.toml": MANIFEST, "psm_cli.py": MODULE})) == []


def test_one_that_starts_a_page_in_its_own_module_is_not(folder: Make) -> None:
    page = "from nicegui import ui\nfrom .core import main as work\n\n\ndef main():\n    ui.run(port=8080)\n"
    files = {
        "pyproject.toml": MANIFEST.replace("psm_cli:", "psm.gui:").replace('"1"', '"1"\ndependencies = ["nicegui"]'),
        "psm/__init__.py": "",
        "psm/core.py": MODULE,
        "psm/gui.py": page,
    }
    assert not any("not in the folder" in text for text in told(folder(files)))


def test_what_else_it_could_be_has_a_name(folder: Make) -> None:
    block = "\n\nif __name__ == '__main__':\n    print(1)\n"
    files = {"setup.py": "from setuptools import setup\nsetup(name='life')\n", "life/__init__.py": ""}
    found = told(folder({**files, "life/train_all.py": block, "life/train_one.py": block}))
    assert [text.partition(" It ")[2] for text in found] == ["could be life/train_one.py."]


def test_a_program_that_asks_for_words_shows_which(folder: Make) -> None:
    root = folder({"weigh.py": WEIGH, "requirements.txt": "requests\n"})
    assert told(root) == ["The program does nothing without words (weigh.py:4): alone the image shows which it takes."]
    made = pipeline.generate(root).files.dockerfile
    assert made.rstrip().split("\n")[-4:] == [
        'ENTRYPOINT ["python", "weigh.py"]',
        "",
        "# It does nothing without words (weigh.py:4): alone it shows which it takes.",
        'CMD ["--help"]',
    ]
    assert [finding.code for finding in pipeline.lint(made)] == []


def test_a_program_that_the_user_names_instead_is_left_alone(folder: Make) -> None:
    root = folder({"main.py": WEIGH, "work.py": "print('worked')\n", "requirements.txt": "requests\n"})
    made = pipeline.generate(root, {"entrypoint": "work.py"}).files.dockerfile
    assert made.rstrip().split("\n")[-1] == 'ENTRYPOINT ["python", "work.py"]'
