"""Reading a project never runs any of it: an audit hook watches a whole reading from outside."""

import subprocess
import sys
from pathlib import Path

WATCHER = """
import sys
from pathlib import Path
from dockerize_ml.manifests.choose import choose
from dockerize_ml.manifests.read import read_manifests
from dockerize_ml.project.project import Project
from dockerize_ml.manifests.registry import readers
import packaging.requirements, packaging.specifiers, packaging.markers, yaml, tomllib, configparser, json

root = sys.argv[1]
readers()
seen = []
PROGRAMS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork"}
FORBIDDEN = {*PROGRAMS, "pickle.find_class", "socket.connect", "exec"}

def watch(event, args):
    if event in FORBIDDEN and not (event == "exec" and root not in getattr(args[0], "co_filename", "")):
        seen.append((event, args))
    if event == "import" and str(args[1] or "").startswith(root):
        seen.append((event, args))
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+"):
        seen.append((event, args))

sys.addaudithook(watch)
project = Project.open(Path(root))
manifests = read_manifests(project)
choose(manifests)
for path in (*project.python_files, *project.notebooks):
    project.tree(path)
print(len(manifests), seen)
"""

TRAP = "import os\nos.system('touch trapped')\nopen('trapped', 'w').close()\n"


def test_nothing_of_a_project_is_run(tmp_path: Path) -> None:
    files = {
        "setup.py": TRAP + "from setuptools import setup\nsetup(install_requires=open('requirements.txt').read())\n",
        "app.py": TRAP + "import flask\n",
        "sitecustomize.py": TRAP,
        "yaml.py": TRAP,
        "packaging/__init__.py": TRAP,
        "conftest.py": TRAP,
        "model.pkl": "cos\nsystem\n(S'touch trapped'\ntR.",
        "requirements.txt": "flask\n-r /etc/passwd\n",
        "pyproject.toml": "[project]\nname='a'\n[build-system]\nbuild-backend='yaml'\nbackend-path=['.']\n",
        "environment.yml": "dependencies:\n- numpy\n- pip:\n  - !!python/object/apply:os.system ['touch trapped']\n",
        "nb.ipynb": '{"cells": [{"cell_type": "code", "source": "!touch trapped"}]}',
        ".git/config": "[core]\nfsmonitor = touch trapped\n",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    done = subprocess.run(
        [sys.executable, "-P", "-c", WATCHER, str(tmp_path)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout == "4 []\n", done.stderr
    assert not (tmp_path / "trapped").exists()
