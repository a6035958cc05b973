"""``pyproject.toml`` as every tool writes it."""

from collections.abc import Callable

import pytest

from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.place import Place

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]

STANDARD = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "my-app"
requires-python = ">=3.10,<3.13"
dependencies = [
    "fastapi>=0.110",
    "uvicorn[standard]",  # serves it
    "flask ; sys_platform == 'win32'",
]

[project.optional-dependencies]
gpu = ["torch==2.3.0"]
all = ["my-app[gpu]"]

[project.scripts]
serve = "my_app.main:run"

[dependency-groups]
test = ["pytest"]
dev = [{include-group = "test"}, {include-group = "dev"}, "ruff"]
"""


def rows(manifest: Manifest) -> list[tuple[str, str, str, int | None]]:
    """What matters of the requirements."""
    return [(one.name, one.specifier, one.group, one.at.line) for one in manifest.requirements]


def test_reads_the_standard_tables(read: Read) -> None:
    (manifest,) = read({"pyproject.toml": STANDARD})
    assert rows(manifest) == [
        ("fastapi", ">=0.110", "", 9),
        ("uvicorn", "", "", 10),
        ("flask", "", "", 11),
        ("torch", "==2.3.0", "gpu", 15),
        ("pytest", "", "test", 22),
        ("pytest", "", "dev", 22),
        ("ruff", "", "dev", 23),
    ]
    assert manifest.python == (">=3.10,<3.13", Place("pyproject.toml", 7))
    assert manifest.scripts == {"serve": "my_app.main:run"}
    assert (manifest.manager, manifest.format, manifest.locks) == ("pip", "pyproject", False)


POETRY = """\
[tool.poetry]
name = "x"
version = "0.1.0"

[tool.poetry.dependencies]
python = "^3.9"
Flask = "^2.3"
numpy = "~1.26.4"
pandas = {version = ">=1.5,<3", extras = ["excel"], optional = true}
requests = "*"
scipy = [
    {version = "1.10.1", python = "<3.9"},
    {version = "^1.11", python = ">=3.9"},
]
ours = {path = "libs/ours", develop = true}
clip = {git = "https://github.com/openai/CLIP.git", rev = "abc"}
pywin32 = "306"
uvloop = {version = "0.19.0", markers = "sys_platform != 'win32'"}

[tool.poetry.extras]
excel = ["pandas"]

[tool.poetry.group.dev.dependencies]
black = "24.*"

[tool.poetry.scripts]
run = "x.cli:main"

[[tool.poetry.source]]
name = "cpu"
url = "https://download.example.org/cpu"
priority = "explicit"
"""


def test_reads_poetry(read: Read) -> None:
    (manifest,) = read({"pyproject.toml": POETRY, "libs/ours/setup.cfg": ""})[:1]
    assert rows(manifest) == [
        ("flask", ">=2.3,<3", "", 7),
        ("numpy", ">=1.26.4,<1.27", "", 8),
        ("pandas", ">=1.5,<3", "excel", 9),
        ("requests", "", "", 10),
        ("scipy", "==1.10.1", "", 11),
        ("scipy", ">=1.11,<2", "", 11),
        ("ours", "", "", 15),
        ("clip", "", "", 16),
        ("uvloop", "==0.19.0", "", 18),
        ("black", "==24.*", "dev", 24),
    ]
    assert [one.marker for one in manifest.requirements if one.name == "scipy"] == [
        'python_version < "3.9"',
        'python_version >= "3.9"',
    ]
    assert manifest.requirements[7].url == "git+https://github.com/openai/CLIP.git@abc"
    assert (manifest.requirements[6].url, manifest.requirements[6].editable) == ("libs/ours", True)
    assert [line.text for line in manifest.unusable] == ["pywin32==306"]
    assert manifest.python == (">=3.9,<4", Place("pyproject.toml", 6))
    assert (manifest.manager, manifest.format) == ("poetry", "poetry")
    assert manifest.scripts == {"run": "x.cli:main"}
    assert manifest.options == (("--extra-index-url", "https://download.example.org/cpu"),)
    assert "libs/ours" in manifest.includes


MANAGERS = {
    "plain": ("[project]\nname='a'\n", {}, "pip"),
    "setuptools": ("[project]\nname='a'\n[build-system]\nbuild-backend='setuptools.build_meta'\n", {}, "pip"),
    "uv's lock": ("[project]\nname='a'\n", {"uv.lock": ""}, "uv"),
    "uv's table": ("[project]\nname='a'\n[tool.uv]\npackage=false\n", {}, "uv"),
    "uv's backend": ("[project]\nname='a'\n[build-system]\nbuild-backend='uv_build'\n", {}, "uv"),
    "uv init's words": ("[project]\nname='a'\ndescription='Add your description here'\n", {}, "uv"),
    "Poetry 2": ("[project]\nname='a'\n[build-system]\nbuild-backend='poetry.core.masonry.api'\n", {}, "poetry"),
    "Poetry's lock": ("[project]\nname='a'\n", {"poetry.lock": ""}, "poetry"),
    "Poetry declared beside a stray uv.lock": (
        "[tool.poetry]\nname='a'\n",
        {"poetry.lock": "", "uv.lock": ""},
        "poetry",
    ),
    "moved from Poetry to uv": ("[tool.poetry]\nname='a'\n", {"uv.lock": ""}, "uv"),
    "PDM's table": ("[project]\nname='a'\n[tool.pdm]\ndistribution=false\n", {}, "pdm"),
    "PDM's backend": ("[project]\nname='a'\n[build-system]\nbuild-backend='pdm.backend'\n", {}, "pdm"),
    "Hatch": ("[project]\nname='a'\n[tool.hatch.envs.default]\ndependencies=['pytest']\n", {}, "pip"),
    "table of a plugin of Poetry": ("[project]\nname='a'\n[tool.poetry.plugins]\n", {}, "pip"),
}


@pytest.mark.parametrize(("text", "others", "manager"), MANAGERS.values(), ids=MANAGERS)
def test_tells_the_manager(read: Read, text: str, others: dict[str, str | bytes], manager: str) -> None:
    found = read({"pyproject.toml": text, **others})
    assert next(one for one in found if one.path == "pyproject.toml").manager == manager


def test_follows_files_that_setuptools_and_hatch_read(read: Read) -> None:
    text = """\
[project]
name = "a"
dynamic = ["dependencies"]
[tool.setuptools.dynamic]
dependencies = {file = ["requirements.in", "gone.txt"]}
optional-dependencies.dev = {file = "dev.txt"}
"""
    found = read({"pyproject.toml": text, "requirements.in": "flask\n", "dev.txt": "pytest\n"})
    manifest = next(one for one in found if one.path == "pyproject.toml")
    assert [(one.name, one.group, str(one.at)) for one in manifest.requirements] == [
        ("flask", "", "requirements.in:1"),
        ("pytest", "dev", "dev.txt:1"),
    ]
    assert manifest.includes == ("requirements.in", "dev.txt")
    assert [line.text for line in manifest.unusable] == ["gone.txt"]


def test_uv_sources_give_addresses_and_indexes(read: Read) -> None:
    text = """\
[project]
name = "a"
dependencies = ["torch", "lib-b", "clip", "tool"]
[tool.uv.sources]
torch = [{index = "cpu", marker = "sys_platform == 'linux'"}]
lib-b = {workspace = true}
clip = {git = "https://github.com/openai/CLIP", tag = "v1"}
tool = {path = "vendor/tool", editable = true}
[tool.uv.workspace]
members = ["packages/*"]
[[tool.uv.index]]
name = "cpu"
url = "https://download.example.org/cpu"
explicit = true
"""
    found = read(
        {"pyproject.toml": text, "packages/lib_b/pyproject.toml": "[project]\nname='lib-b'\n", "vendor/tool/a.py": ""}
    )
    assert [one.url for one in found[0].requirements] == [
        "",
        "packages/lib_b",
        "git+https://github.com/openai/CLIP@v1",
        "vendor/tool",
    ]
    assert found[0].options == (("--extra-index-url", "https://download.example.org/cpu"),)


def test_members_of_a_workspace_are_found_by_the_names_that_they_declare(read: Read) -> None:
    sources = "[tool.uv.sources]\ncore-lib = {workspace = true}\n"
    files: dict[str, str | bytes] = {
        "pyproject.toml": f"[project]\nname='a'\n{sources}[tool.uv.workspace]\nmembers=['packages/*']\n",
        "packages/api/pyproject.toml": "[project]\nname='api'\ndependencies=['core-lib', 'flask']\n",
        "packages/core/pyproject.toml": "[project]\nname='core_lib'\n",
    }
    api = next(one for one in read(files) if one.path == "packages/api/pyproject.toml")
    assert [(one.name, one.url) for one in api.requirements] == [("core-lib", "packages/core"), ("flask", "")]


def test_member_of_a_workspace_is_locked_by_its_root(read: Read) -> None:
    files: dict[str, str | bytes] = {
        "uv.lock": "",
        "pyproject.toml": "[tool.uv.workspace]\nmembers=['a']\n",
        "a/pyproject.toml": "[project]\nname='a'\n",
    }
    found = read(files)
    manifest = next(one for one in found if one.path == "a/pyproject.toml")
    assert (manifest.manager, manifest.includes, manifest.locks) == ("uv", ("uv.lock",), True)


def test_paths_as_pdm_and_hatch_write_them(read: Read) -> None:
    text = """\
[project]
name = "a"
dependencies = ["one @ file:///${PROJECT_ROOT}/libs/one", "two @ {root:uri}/libs/two"]
[tool.pdm.dev-dependencies]
dev = ["-e file:///${PROJECT_ROOT}/libs/three#egg=three"]
"""
    (manifest,) = read({"pyproject.toml": text})
    assert [(one.name, one.url) for one in manifest.requirements] == [
        ("one", "libs/one"),
        ("two", "libs/two"),
        ("three", "libs/three"),
    ]


def test_old_flit(read: Read) -> None:
    text = '[tool.flit.metadata]\nmodule = "a"\nrequires = ["flask >=1"]\nrequires-python = ">=3.6"\n'
    (manifest,) = read({"pyproject.toml": text})
    assert rows(manifest) == [("flask", ">=1", "", 3)]
    assert manifest.python == (">=3.6", Place("pyproject.toml", 4))


@pytest.mark.parametrize("text", ["", "[tool.black]\nline-length = 100\n", "[build-system]\nrequires = []\n"])
def test_settings_of_tools_are_no_manifest(read: Read, text: str) -> None:
    assert read({"a.py": "", "pyproject.toml": text}) == ()


BROKEN = {
    "syntax": "[project\nname=1\n",
    "nested too deep": "a = " + "[" * 100_000,
    "number too large": "a = 1" + "0" * 10_000,
    "wrong shapes": (
        "[project]\nname = 3\ndependencies = 'flask'\noptional-dependencies = [1]\nscripts = 4\n"
        "[tool]\npoetry = 1\nuv = []\n"
    ),
    "wrong shapes below": (
        "project = {name = 'a', dependencies = [1, {}]}\ndependency-groups = {dev = 3}\n"
        "tool.poetry.dependencies = {a = 1, b = []}\n"
    ),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_broken_files_are_no_crash(read: Read, text: str) -> None:
    for manifest in read({"a.py": "", "pyproject.toml": text}):
        assert all(one.name for one in manifest.requirements)
