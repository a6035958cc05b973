"""A project as one value."""

import ast
import json
import time
from pathlib import Path

import pytest

from dockerize_ml.errors import ProjectError
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project


def folder(root: Path, **files: str | bytes) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def test_lists_regular_files_sorted_and_leaves_out_what_no_author_wrote(tmp_path: Path) -> None:
    project = Project.open(
        folder(
            tmp_path,
            **{
                "b/z.py": "",
                "a.py": "",
                ".git/config": "",
                "myenv/pyvenv.cfg": "",
                "myenv/lib/x.py": "",
                "env/app.py": "",
                "node_modules/a/setup.py": "",
                "b/__pycache__/z.pyc": "",
                "mlruns/0/meta.yaml": "",
            },
        ),
    )
    assert project.files == ("a.py", "b/z.py", "env/app.py")
    assert set(project.pruned) == {".git", "myenv", "node_modules", "b/__pycache__", "mlruns"}
    assert project.why_pruned("myenv") == "a virtual environment"
    assert project.folders == {".", "b", "env"}


def test_environment_made_in_the_root_hides_its_parts_only(tmp_path: Path) -> None:
    files = {"pyvenv.cfg": "", "lib/python3.12/os.py": "", "bin/pip": "", "app.py": "", "src/lib/mine.py": ""}
    project = Project.open(folder(tmp_path, **files))
    assert project.files == ("app.py", "pyvenv.cfg", "src/lib/mine.py")


@pytest.mark.parametrize(
    ("files", "words"),
    [({}, "is empty"), ({"README.md": "hi", "data/x.csv": "1"}, "holds no Python")],
    ids=["nothing in it", "no Python"],
)
def test_refuses_a_folder_without_a_project(tmp_path: Path, files: dict[str, str], words: str) -> None:
    with pytest.raises(ProjectError, match=words):
        Project.open(folder(tmp_path, **files))


def test_refuses_what_is_no_folder(tmp_path: Path) -> None:
    folder(tmp_path, **{"a.py": ""})
    with pytest.raises(ProjectError, match="does not exist"):
        Project.open(tmp_path / "missing")
    with pytest.raises(ProjectError, match="not a folder"):
        Project.open(tmp_path / "a.py")


@pytest.mark.parametrize("name", ["requirements.txt", "Pipfile", "environment.yml", "model/MLmodel", "nb.ipynb"])
def test_manifest_or_notebook_alone_is_a_project(tmp_path: Path, name: str) -> None:
    assert Project.open(folder(tmp_path, **{name: "x"})).files == (name,)


def test_broken_source_is_a_note_and_the_rest_can_be_read(tmp_path: Path) -> None:
    files = {"good.py": 'x = "\\d"\n', "two.py": "import os\nprint 'hi'\n", "broken.py": "def f(:\n", "nul.py": "a\0b"}
    project = Project.open(folder(tmp_path, **files))
    assert isinstance(project.tree("good.py"), ast.Module)
    assert project.tree("good.py") is project.tree("good.py")
    assert [project.tree(name) for name in ("broken.py", "nul.py")] == [None, None]
    assert isinstance(project.tree("two.py"), ast.Module)
    assert [project.is_whole(name) for name in files] == [True, False, False, False]
    notes = {note.at.path: note for note in project.notes}
    assert notes["two.py"].at.line == 2
    assert "Python 2" in notes["two.py"].reason
    assert "not valid Python" in notes["broken.py"].reason
    assert "nul.py" in notes


def test_reads_only_files_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x")
    project = Project.open(folder(tmp_path / "p", **{"a.py": "x = 1\n"}))
    with pytest.raises(ProjectError, match="not in the project"):
        project.text("../secret.txt")


def test_lines_are_numbered_as_python_numbers_them(tmp_path: Path) -> None:
    project = Project.open(folder(tmp_path, **{"a.py": "a = 1\x0c\r\nb = '\u2028'\rc = 3\n"}))
    assert project.lines("a.py") == ("a = 1\x0c", "b = '\u2028'", "c = 3")
    assert project.size("a.py") == 24


def test_notebook_is_read_as_source_with_places_in_the_file(tmp_path: Path) -> None:
    text = """{
 "cells": [
  {"cell_type": "markdown", "source": ["# Title"]},
  {"cell_type": "code", "source": [
    "!pip install torch\\n",
    "import pandas as pd\\n",
    "if x:\\n",
    "    %time run()\\n"
  ]},
  {"cell_type": "code", "source": "%%bash\\nls"},
  {"cell_type": "code", "source": [
    "this was broken"
  ]},
  {"cell_type": "code", "source": [
    "print(\\"é\\")"
  ]}
 ],
 "metadata": {"language_info": {"name": "python", "version": "3.10.12"}}
}"""
    project = Project.open(folder(tmp_path, **{"n.ipynb": text}))
    notebook = project.notebook("n.ipynb")
    assert notebook is not None
    assert notebook.magics == ((1, "!pip install torch"), (4, "%time run()"), (6, "%%bash"))
    assert notebook.version == "3.10.12"
    tree = project.tree("n.ipynb")
    assert tree is not None
    assert [type(node).__name__ for node in tree.body] == ["Pass", "Import", "If", "Expr"]
    assert project.place("n.ipynb", tree.body[1].lineno) == Place("n.ipynb", 6)
    assert project.place("n.ipynb", tree.body[3].lineno) == Place("n.ipynb", 15)
    assert notebook.cell_of(tree.body[3].lineno) == (5, 1)


def test_notebook_tells_magics_from_code(tmp_path: Path) -> None:
    source = 'x = ("%s"\n     % y)\n!ls\ny = !ls\nz?\n%%time'
    cells = [{"cell_type": "code", "source": 'x = ("%s"\n     % y)'}, {"cell_type": "code", "source": source}]
    cells.append({"cell_type": "code", "source": "%%time\nrun()"})
    project = Project.open(folder(tmp_path, **{"n.ipynb": json.dumps({"cells": cells})}))
    notebook = project.notebook("n.ipynb")
    assert notebook is not None
    assert notebook.source.split("\n")[:2] == ['x = ("%s"', "     % y)"]
    assert notebook.source.split("\n")[8:] == ["pass", "run()"]
    assert "!ls" in dict(notebook.magics).values()


def test_notebook_of_many_lines_is_read_in_linear_time(tmp_path: Path) -> None:
    source = [f"x{number} = 'é{number}'\\n" for number in range(10_000)]
    text = '{"cells": [{"cell_type": "code", "source": ["' + '","'.join(source) + '"]}]}'
    project = Project.open(folder(tmp_path, **{"n.ipynb": text.replace("é", "\\u00E9")}))
    started = time.monotonic()
    assert project.notebook("n.ipynb") is not None
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"cells": 3, "worksheets": [1]}'])
def test_broken_notebook_is_no_crash(tmp_path: Path, text: str) -> None:
    project = Project.open(folder(tmp_path, **{"n.ipynb": text}))
    tree = project.tree("n.ipynb")
    assert tree is None or tree.body == []
