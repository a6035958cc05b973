"""What is seen in a package without importing it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.resolve.history import ANY, Symbol
from dockerize_ml.resolve.wheel_contents import WheelContents

FILES = {
    "pkg/__init__.py": "from .core import *\nfrom pkg.late import thing as other\nif True:\n    FLAG = 1\n",
    "pkg/core.py": "class Frame(Base):\n    def append(self): ...\n\ndef read(path, *, sep=','): ...\n",
    "pkg/base.py": "class Base:\n    limit: int = 3\n    def __init__(self, data=None):\n        self.columns = []\n",
    "pkg/late.py": "thing = 1\n",
    "pkg/open.py": "from other.module import *\n",
    "pkg/fast.py": "from .ext import *\n",
    "pkg/ring.py": "from .gnir import *\n",
    "pkg/gnir.py": "from .ring import *\n",
    "pkg/lazy/__init__.py": "_NAMES = ['Chain']\n\ndef __getattr__(name):\n    raise AttributeError(name)\n",
    "pkg/swapped.py": "import sys\n\nsys.modules[__name__] = sys.modules['pkg.swapped'] = Late('Chain')\n",
    "pkg/broken.py": "print 'two'\n",
    "pkg/ext.cpython-312-x86_64-linux-gnu.so": "",
    "pkg/tests/test_core.py": "class Hidden:\n    def secret(self): ...\n",
}
THERE = {
    "a package": Symbol("pkg"),
    "a module": Symbol("pkg.core"),
    "a compiled module": Symbol("pkg.ext"),
    "a name in a module": Symbol("pkg.core", "read"),
    "a name that a star brings": Symbol("pkg", "read"),
    "a name under another name": Symbol("pkg", "other"),
    "a name inside a condition": Symbol("pkg", "FLAG"),
    "a module as a name": Symbol("pkg", "late"),
    "a name that a function hands out": Symbol("pkg.lazy", "Chain"),
    "a name of an object in the module's place": Symbol("pkg.swapped", "Chain"),
    "a method": Symbol("", "append", "Frame"),
    "an attribute of a base class": Symbol("", "columns", "Frame"),
    "an argument of a function": Symbol("", "read", "", "sep"),
    "a function, whatever it takes": Symbol("", "read", "", ANY),
    "an argument that a base class is made with": Symbol("", "__init__", "Frame", "data"),
    "a field that a class is made with": Symbol("", "__init__", "Base", "limit"),
}
NOT_THERE = {
    "a module that is not": Symbol("pkg.chains"),
    "a name that is not": Symbol("pkg.core", "write"),
    "a name that no function hands out": Symbol("pkg.lazy", "Agent"),
    "a module that cannot be parsed has no names": Symbol("pkg.broken", "two"),
    "a member that is not": Symbol("", "extend", "Frame"),
    "an argument that is not": Symbol("", "read", "", "encoding"),
    "a function that is not": Symbol("", "write", "", ANY),
    "a class of the tests": Symbol("", "secret", "Hidden"),
}


@pytest.fixture
def contents(folder: Callable[[dict[str, str]], Path]) -> WheelContents:
    return WheelContents(folder(FILES))


@pytest.mark.parametrize("symbol", THERE.values(), ids=THERE.keys())
def test_it_is_there(symbol: Symbol, contents: WheelContents) -> None:
    assert contents.has(symbol)


@pytest.mark.parametrize("symbol", NOT_THERE.values(), ids=NOT_THERE.keys())
def test_it_is_not_there(symbol: Symbol, contents: WheelContents) -> None:
    assert not contents.has(symbol)


SURELY_LACKS = {
    "a module that nothing mentions": Symbol("pkg.lazy.agents"),
    "a module in a package that is not": Symbol("pkg.lazy.agents.llm", "Chain"),
    "a name that nothing mentions": Symbol("pkg.late", "write"),
    "a name that no module of a star mentions": Symbol("pkg", "write"),
}
MAY_HAVE = {
    "what is there": Symbol("pkg.core", "read"),
    "another distribution's module": Symbol("other.module", "name"),
    "a name in a compiled module": Symbol("pkg.ext", "fast"),
    "a name that another distribution's star may bring": Symbol("pkg.open", "write"),
    "a name that a compiled module's star may bring": Symbol("pkg.fast", "write"),
    "a name that stars hand round": Symbol("pkg.ring", "write"),
    "a name in a text": Symbol("pkg.lazy", "Chain"),
    "a name that an object in the module's place may have": Symbol("pkg.swapped", "Agent"),
    "a name where nothing can be parsed, but is mentioned": Symbol("pkg.broken", "two"),
}


@pytest.mark.parametrize("symbol", SURELY_LACKS.values(), ids=SURELY_LACKS.keys())
def test_what_is_surely_lacking(symbol: Symbol, contents: WheelContents) -> None:
    assert contents.surely_lacks(symbol)


@pytest.mark.parametrize("symbol", MAY_HAVE.values(), ids=MAY_HAVE.keys())
def test_what_may_be_there(symbol: Symbol, contents: WheelContents) -> None:
    assert not contents.surely_lacks(symbol)
