"""Files that a framework's command shows, by what only such a file says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.facts.inspection import inspect
from dockerize_ml.project.project import Project

SHOWN = {
    "Chainlit by its module": (
        "import chainlit as cl\n\n@cl.on_message\nasync def main(message):\n    pass\n",
        "chainlit",
    ),
    "Chainlit by its names": (
        "from chainlit import Message, on_chat_start\n\n@on_chat_start\nasync def main():\n    pass\n",
        "chainlit",
    ),
    "Mesop by its names": (
        "import mesop as me\nfrom mesop import page\n\n@page(path='/')\ndef home():\n    me.text('a')\n",
        "mesop",
    ),
    "Solara by its names": ("from solara import component\n\n@component\ndef Page():\n    pass\n", "solara"),
    "Bokeh by a renderer of HoloViews": (
        "import holoviews as hv\n\nrenderer = hv.renderer('bokeh')\ndoc = renderer.server_doc(hv.Curve([1]))\n",
        "bokeh",
    ),
    "a file that HoloViews draws": (
        "import holoviews as hv\n\nhv.extension('bokeh')\nhv.save(hv.Curve([1]), 'a.html')\n",
        "script",
    ),
    "an event of another library": ("import pynput\n\n@on_release\ndef main():\n    pass\n\nmain()\n", "script"),
}


@pytest.mark.parametrize("case", SHOWN)
def test_its_framework_is_found(case: str, folder: Callable[[dict[str, str]], Path]) -> None:
    text, framework = SHOWN[case]
    assert inspect(Project.open(folder({"app.py": text}))).facts.framework.value == framework


MESOP = {"import mesop as me\n": "app:me", "import mesop\nimport mesop.labs as mel\n": "app:mesop"}


@pytest.mark.parametrize("imports", MESOP)
def test_mesop_is_served_by_its_own_module(imports: str, folder: Callable[[dict[str, str]], Path]) -> None:
    name = MESOP[imports].partition(":")[2]
    text = f"{imports}\n@{name}.page(path='/')\ndef home():\n    {name}.text('a')\n"
    assert inspect(Project.open(folder({"app.py": text}))).facts.entrypoint.value == MESOP[imports]
