"""Lock files: uv.lock, poetry.lock, pdm.lock, Pipfile.lock, pylock.toml."""

from collections.abc import Callable

import pytest

from dockerize_ml.manifests.requirement import Manifest

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]

UV = """\
version = 1
requires-python = ">=3.11"

[[package]]
name = "my-app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "flask" },
    { name = "clip" },
]

[package.dev-dependencies]
dev = [{ name = "pytest" }]

[[package]]
name = "flask"
version = "3.0.3"
source = { registry = "https://e.org/simple" }
dependencies = [{ name = "click" }]

[[package]]
name = "click"
version = "8.1.7"
source = { registry = "https://e.org/simple" }

[[package]]
name = "clip"
version = "1.0"
source = { git = "https://me:secret@github.com/openai/CLIP.git?rev=v1#abc" }

[[package]]
name = "pytest"
version = "8.0.0"
source = { registry = "https://e.org/simple" }
"""

POETRY = """\
[[package]]
name = "Flask"
version = "3.0.3"
optional = false
groups = ["main", "dev"]
files = [{file = "x.whl", hash = "sha256:aa"}]

[package.dependencies]
click = ">=8"

[[package]]
name = "pytest"
version = "8.0.0"
optional = false
groups = ["dev"]

[[package]]
name = "black"
version = "23.0"
category = "dev"
optional = false

[[package]]
name = "clip"
version = "1.0"
optional = false
[package.source]
type = "git"
url = "https://github.com/openai/CLIP.git"
resolved_reference = "abc"

[metadata]
lock-version = "2.1"
python-versions = "^3.10"
"""

PDM = """\
[metadata]
groups = ["default", "dev"]
[[metadata.targets]]
requires_python = ">=3.10"

[[package]]
name = "flask"
version = "3.0.3"
groups = ["default"]
[[package]]
name = "pytest"
version = "8.0.0"
groups = ["dev"]
marker = "python_version >= '3.8'"
"""

PIPFILE = """\
{
    "_meta": {"requires": {"python_version": "3.9"}},
    "default": {
        "flask": {
            "hashes": ["sha256:aa"],
            "markers": "python_version >= '3.8'",
            "version": "==3.0.3"
        },
        "ours": {"path": "./ours", "editable": true}
    },
    "develop": {
        "pytest": {
            "version": "==8.0.0"
        }
    }
}
"""

PYLOCK = """\
lock-version = "1.0"
requires-python = ">=3.12"
created-by = "uv"
[[packages]]
name = "flask"
version = "3.0.3"
[[packages]]
name = "clip"
vcs = { type = "git", url = "https://github.com/openai/CLIP.git", commit-id = "abc" }
"""

LOCKS = {
    "uv": (
        "uv.lock",
        UV,
        "uv",
        ">=3.11",
        [
            ("flask", "==3.0.3", "", 17),
            ("click", "==8.1.7", "", 23),
            ("clip", "==1.0", "", 28),
            ("pytest", "==8.0.0", "dev", 33),
        ],
    ),
    "Poetry": (
        "poetry.lock",
        POETRY,
        "poetry",
        ">=3.10,<4",
        [
            ("flask", "==3.0.3", "", 2),
            ("pytest", "==8.0.0", "dev", 12),
            ("black", "==23.0", "dev", 18),
            ("clip", "==1.0", "", 24),
        ],
    ),
    "PDM": ("pdm.lock", PDM, "pdm", ">=3.10", [("flask", "==3.0.3", "", 7), ("pytest", "==8.0.0", "dev", 11)]),
    "Pipenv": (
        "Pipfile.lock",
        PIPFILE,
        "pipenv",
        "==3.9.*",
        [("flask", "==3.0.3", "", 4), ("ours", "", "", 9), ("pytest", "==8.0.0", "dev", 12)],
    ),
    "PEP 751": ("pylock.toml", PYLOCK, "uv", ">=3.12", [("flask", "==3.0.3", "", 5), ("clip", "", "", 8)]),
    "PEP 751 with a name": (
        "pylock.prod.toml",
        PYLOCK,
        "uv",
        ">=3.12",
        [("flask", "==3.0.3", "", 5), ("clip", "", "", 8)],
    ),
}


@pytest.mark.parametrize("case", LOCKS)
def test_reads_locks(read: Read, case: str) -> None:
    path, text, manager, python, rows = LOCKS[case]
    (manifest,) = read({"a.py": "", path: text})[:1]
    assert manifest.locks
    assert manifest.manager == manager
    assert manifest.python is not None
    assert manifest.python[0] == python
    assert [(one.name, one.specifier, one.group, one.at.line) for one in manifest.requirements] == rows
    assert all(one.kind == "locked" for one in manifest.requirements)


def test_addresses_are_kept_without_credentials(read: Read) -> None:
    uv, poetry = read({"uv.lock": UV, "poetry.lock": POETRY})[:2]
    assert [one.url for one in uv.requirements if one.url] == ["git+https://***@github.com/openai/CLIP.git?rev=v1#abc"]
    assert [one.url for one in poetry.requirements if one.url] == ["git+https://github.com/openai/CLIP.git@abc"]


@pytest.mark.parametrize("path", ["uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "Pipfile"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        "[",
        "[" * 100_000,
        '{"a":' * 100_000,
        "package = 3",
        "[[package]]\nname = 3",
        '{"default": [1], "_meta": 3}',
        "[packages]\na=1",
    ],
    ids=["empty", "broken", "deep", "deep JSON", "wrong shape", "wrong name", "wrong JSON", "odd value"],
)
def test_broken_locks_are_no_crash(read: Read, path: str, text: str) -> None:
    for manifest in read({"a.py": "", path: text}):
        assert all(one.name for one in manifest.requirements)
