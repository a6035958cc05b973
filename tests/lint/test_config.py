"""Settings files: ours, hadolint's, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dockerize_ml.errors import ConfigError
from dockerize_ml.lint import Level, Settings
from dockerize_ml.lint.config import find_settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path

OURS = """\
[tool.dockerize-ml.lint]
preset = "hadolint"
extend-select = ["DL1001"]
ignore = ["DL3008", "ML"]
fail-on = "error"
trusted-registries = ["ghcr.io"]
strict-labels = true

[tool.dockerize-ml.lint.levels]
DL3006 = "error"

[tool.dockerize-ml.lint.labels]
"org.opencontainers.image.version" = "semver"
"""

THEIRS = """\
# as hadolint's documentation has it
failure-threshold: warning
ignored:
  - DL3000
  - DL3005
  - SC1010
override:
  error: [DL3001]
  info: [DL3032, DL3001]
trustedRegistries:
  - docker.io
label-schema:
  author: text
  created: rfc3339
strict-labels: true
disable-ignore-pragma: true
no-fail: false
"""

BROKEN = {
    "unknown key in ours": ("dockerize-ml.toml", '[lint]\n\nignored = ["DL3006"]\n', 3, "`ignore`"),
    "wrong choice": ("dockerize-ml.toml", '[lint]\npreset = "hadolin"\n', 2, "`hadolint`"),
    "not a list": ("dockerize-ml.toml", "[lint]\nignore = 3\n", 2, "a list of texts"),
    "not a truth": ("dockerize-ml.toml", '[lint]\nshellcheck = "yes"\n', 2, "`true` or `false`"),
    "a rule that does not exist": ("dockerize-ml.toml", '[lint]\nignore = ["tag-base-imag"]\n', 2, "`tag-base-image`"),
    "a level for no rule": ("dockerize-ml.toml", '[lint.levels]\nDL9999 = "error"\n', 1, "explain"),
    "theirs ignores no rule": (".hadolint.yaml", "failure-threshold: error\nignored: [DL9999]\n", 2, "explain"),
    "no TOML": ("dockerize-ml.toml", "[lint]\nignore = [\n", 2, "Mend it"),
    "unknown key in theirs": (".hadolint.yaml", "ignored: []\ntrusted-registry: [x]\n", 2, "`trustedRegistries`"),
    "unknown level in theirs": (".hadolint.yaml", "override:\n  warn: [DL3006]\n", 1, "`warning`"),
    "unknown label type": (".hadolint.yaml", "label-schema:\n  a: urll\n", 1, "`url`"),
    "no YAML": (".hadolint.yaml", "ignored: [DL3006\noverride: {\n", 2, "Mend it"),
    "no table": (".hadolint.yaml", "- DL3006\n", 1, "key: value"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("XDG_CONFIG_HOME", "HADOLINT_IGNORE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_our_table_in_pyproject(folder: Path) -> None:
    (folder / "pyproject.toml").write_text(OURS)
    below = folder / "deploy"
    below.mkdir()
    assert find_settings(below, {}) == Settings(
        preset="hadolint",
        extend_select=("DL1001",),
        ignore=("DL3008", "ML"),
        fail_on="error",
        trusted_registries=("ghcr.io",),
        strict_labels=True,
        levels=(("DL3006", Level.ERROR),),
        label_schema=(("org.opencontainers.image.version", "semver"),),
    )


def test_hadolints_file(folder: Path) -> None:
    (folder / ".hadolint.yaml").write_text(THEIRS)
    found = find_settings(folder, {})
    assert found.fail_on == "warning"
    assert found.ignore == ("DL3000", "DL3005", "SC1010")
    assert dict(found.levels) == {"DL3001": Level.ERROR, "DL3032": Level.INFO}
    assert found.trusted_registries == ("docker.io",)
    assert found.label_schema == (("author", "text"), ("created", "rfc3339"))
    assert found.strict_labels
    assert not found.pragmas


def test_ours_wins_over_theirs(folder: Path) -> None:
    (folder / ".hadolint.yaml").write_text(THEIRS)
    (folder / "dockerize-ml.toml").write_text('[lint]\nignore = ["DL3006"]\n')
    assert find_settings(folder, {}).ignore == ("DL3006",)


def test_a_toml_file_without_our_table_says_nothing(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool.ruff.lint]\nselect = ['ALL']\n")
    assert find_settings(folder, {}) == Settings()


def test_json_is_yaml(folder: Path) -> None:
    path = folder / "0.yaml"
    path.write_text('{"trustedRegistries": ["x.com"], "label-schema": {"foo": "text"}, "strict-labels": true}')
    assert read_settings(path, {}).trusted_registries == ("x.com",)


def test_what_kind_a_file_is_shows_in_its_content(folder: Path) -> None:
    path = folder / "settings"
    path.write_text('[lint]\nignore = ["DL3006"]\n')
    assert read_settings(path, {}).ignore == ("DL3006",)
    path.write_text("ignored: [DL3007]\n")
    assert read_settings(path, {}).ignore == ("DL3007",)


def test_hadolints_variables_add_to_lists(folder: Path) -> None:
    (folder / ".hadolint.yaml").write_text("ignored: [DL3006]\n")
    found = find_settings(folder, {"HADOLINT_IGNORE": "DL3007, DL3008", "HADOLINT_NOFAIL": "1"})
    assert found.ignore == ("DL3006", "DL3007", "DL3008")
    assert found.fail_on == "never"


@pytest.mark.parametrize(("name", "text", "line", "hint"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_says_where(folder: Path, name: str, text: str, line: int, hint: str) -> None:
    path = folder / name
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        find_settings(folder, {})
    assert caught.value.path == str(path)
    assert caught.value.line == line
    assert hint in caught.value.hint


def test_a_missing_file_is_an_error(folder: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_settings(folder / "none.yaml", {})
