"""Which program ``python -m`` means."""

import pytest

from dockerize_ml.dockerfile import parse
from dockerize_ml.dockerfile.shell import python_module, read_script

MEANT = {
    "plain": ("python -m pip install x", "pip install x"),
    "with a folder and a version": ("/opt/venv/bin/python3.12 -m pip install x", "pip install x"),
    "other flags before": ("python -u -W ignore -m pip install -q x", "pip install -q x"),
    "flags in one word": ("python -Im pip install", "pip install"),
    "a module with dots": ("python -m http.server 80", "http.server 80"),
    "a file": ("python x.py -m pip", None),
    "code": ("python -c 'import pip' -m pip", None),
    "nothing behind it": ("python -m", None),
    "standard input": ("python - -m pip", None),
    "another program": ("pythonista -m pip", None),
}


@pytest.mark.parametrize(("text", "meant"), MEANT.values(), ids=MEANT)
def test_python_module(text: str, meant: str | None) -> None:
    (command,) = read_script(parse(f"FROM a\nRUN {text}\n").instructions[1]).commands
    module = python_module(command)
    assert (module and f"{module.name} {' '.join(word.value for word in module.args)}".strip()) == meant


def test_a_module_glued_to_its_flag() -> None:
    (command,) = read_script(parse("FROM a\nRUN python3 -mpip install x\n").instructions[1]).commands
    module = python_module(command)
    assert module is not None
    assert (module.name, [word.value for word in module.args]) == ("pip", ["install", "x"])
