"""Packages that take from the standard library what later Pythons do not have."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.resolve.loaded import unpacked
from dockerize_ml.resolve.model import Locked
from dockerize_ml.resolve.outlived import Outlived, outlived
from dockerize_ml.resolve.uv import Clock, Uv

Sdist = Callable[..., Path]
Wheel = Callable[..., None]


def asked(python: str, *names: str, imported: str = "old") -> Outlived | None:
    found = tuple(Locked(name, "1.0", f"{name}==1.0", (), ()) for name in names)
    with unpacked(Uv(Clock.of(60)), found, python) as sources:
        return outlived(sources, tuple(sources.loaded([imported])), python)


CORE = {"old/__init__.py": "from . import core\n"}
BASE = "import collections\n\nclass Headers(collections.MutableMapping):\n    pass\n"


@pytest.mark.parametrize("layout", ["", "src/"])
def test_a_base_class_that_went_keeps_the_python_back(layout: str, sdist: Sdist) -> None:
    sdist("old", "1.0", {f"{layout}{path}": text for path, text in {**CORE, "old/core.py": BASE}.items()})
    assert asked("3.11", "old") == Outlived(
        "<3.10", "old==1.0 needs an older one: `collections.MutableMapping` went with Python 3.10"
    )
    assert asked("3.9", "old") is None


@pytest.mark.parametrize(
    "core",
    [
        "import collections as c\n\nvalue = c.Mapping\n",
        "import parser\n\nparser.expr('1')\n",
        "from parser import expr\n",
        "import xml.etree.cElementTree\n",
        "try:\n    from collections import Mapping\nexcept ImportError:\n    from collections import Set as Mapping\n",
        "try:\n    import collections\nexcept ImportError:\n    pass\nelse:\n    Mapping = collections.Mapping\n",
        "try:\n    from collections import Mapping\nexcept ImportError:\n    raise RuntimeError('no Mapping')\n",
        "try:\n    from collections import Mapping\nexcept ValueError:\n    pass\n",
        "try:\n    from collections import Mapping\nfinally:\n    pass\n",
        "import xml.etree\n\nvalue = xml.etree.cElementTree.parse\n",
    ],
)
def test_however_it_is_named(core: str, sdist: Sdist) -> None:
    sdist("old", "1.0", {**CORE, "old/core.py": core})
    assert asked("3.11", "old") is not None


def test_a_package_that_another_one_loads_counts_too(sdist: Sdist) -> None:
    sdist("above", "1.0", {"above.py": "import old.core\n"})
    sdist("old", "1.0", {"old/__init__.py": "", "old/core.py": "from collections import Mapping\n"})
    found = asked("3.11", "above", "old", imported="above")
    assert found is not None
    assert found.why.startswith("old==1.0 ")


@pytest.mark.parametrize(
    "core",
    [
        "try:\n    from collections.abc import Mapping\nexcept ImportError:\n    from collections import Mapping\n",
        "try:\n    from collections import Mapping\nexcept ImportError:\n    Mapping = dict\n",
        "import collections\ntry:\n    Mapping = collections.Mapping\nexcept (AttributeError, KeyError):\n    pass\n",
        "import sys\nif sys.version_info < (3,):\n    from collections import Mapping\n",
        "import collections\n\ndef later(x):\n    return isinstance(x, collections.Mapping)\n",
        "from collections import OrderedDict\n",
        "if IS_PY2:\n    from collections import Mapping\n",
        "import six\n\nif six.PY3:\n    pass\nelse:\n    from collections import Mapping\n",
        "import urlparse\n",
        "import argparse\n\nparser = argparse.ArgumentParser()\nparser.add_argument('--all')\n",
        "from . import formatter\n\nnames = formatter.names\n",
        "from .commands import parser\n\nparser.run()\n",
        "import other as collections\n\ncollections.Mapping\n",
        "import collections\n\ncollections = {}\nvalue = collections.Mapping\n",
    ],
)
def test_code_that_can_do_without_does_not(core: str, sdist: Sdist) -> None:
    sdist("old", "1.0", {**CORE, "old/core.py": core})
    assert asked("3.11", "old") is None


def test_a_module_that_is_not_loaded_does_not(sdist: Sdist) -> None:
    sdist("old", "1.0", {"old/__init__.py": "", "old/core.py": BASE, "setup.py": "from collections import Mapping\n"})
    assert asked("3.11", "old") is None
    assert asked("3.11", "old", imported="old.core") is not None


def test_a_module_that_a_package_brings_is_not_gone(sdist: Sdist, wheel: Wheel) -> None:
    sdist("old", "1.0", {**CORE, "old/core.py": "from distutils.version import LooseVersion\n"})
    wheel("setuptools", "1.0")
    assert asked("3.12", "old", "setuptools") is None
    found = asked("3.12", "old")
    assert found is not None
    assert found.versions == "<3.12"


VERSION = "from dataclasses import dataclass\n\n\n@dataclass{}\nclass Version:\n    text: str = ''\n"
CONFIG = "import dataclasses\n\nfrom .version import Version\n\n\n@dataclasses.dataclass\nclass Config:\n    {}\n"


@pytest.mark.parametrize(
    ("decorated", "field", "is_refused"),
    [
        ("", "version: Version = Version('1')", True),
        ("(order=True)", "version: object = Version('1')", True),
        ("(frozen=True)", "version: Version = Version('1')", False),
        ("(eq=False)", "version: Version = Version('1')", False),
        ("", "version: Version = dataclasses.field(default_factory=Version)", False),
        ("", "version: Version | None = None", False),
        ("", "version: 'ClassVar[Version]' = Version('1')", False),
    ],
)
def test_a_dataclass_that_later_pythons_refuse(decorated: str, field: str, is_refused: bool, sdist: Sdist) -> None:  # noqa: FBT001
    files = {"old/__init__.py": "from .core import Config\n", "old/core.py": CONFIG.format(field)}
    sdist("old", "1.0", {**files, "old/version.py": VERSION.format(decorated)})
    why = "old==1.0 needs an older one: a default without a hash in a dataclass went with Python 3.11"
    assert asked("3.11", "old") == (Outlived("<3.11", why) if is_refused else None)
    assert asked("3.10", "old") is None
