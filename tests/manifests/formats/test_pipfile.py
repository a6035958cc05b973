"""``Pipfile``."""

from collections.abc import Callable

from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.place import Place

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]

TEXT = """\
[[source]]
url = "https://me:${TOKEN}@e.org/simple"
name = "pypi"
[[source]]
url = "https://e.org/second"

[packages]
Flask = "*"
numpy = "==1.26.4"
pandas = {version = ">=2", extras = ["excel"], index = "second"}
clip = {git = "https://github.com/openai/CLIP.git", ref = "main", editable = true}
ours = {path = "./libs/ours", editable = true}
waitress = {version = "*", sys_platform = "== 'win32'"}
pywin32 = "*"

[dev-packages]
pytest = "~=8.0"

[docs]
sphinx = "*"

[requires]
python_version = "3.11"
"""


def test_reads_packages_and_groups(read: Read) -> None:
    (manifest,) = read({"Pipfile": TEXT, "libs/ours/a.py": ""})
    assert [(one.name, one.specifier, one.group, one.at.line) for one in manifest.requirements] == [
        ("flask", "", "", 8),
        ("numpy", "==1.26.4", "", 9),
        ("pandas", ">=2", "", 10),
        ("clip", "", "", 11),
        ("ours", "", "", 12),
        ("waitress", "", "", 13),
        ("pytest", "~=8.0", "dev", 17),
        ("sphinx", "", "docs", 20),
    ]
    assert manifest.requirements[3].url == "git+https://github.com/openai/CLIP.git@main"
    assert manifest.requirements[4].url == "libs/ours"
    assert manifest.requirements[5].marker == 'sys_platform == "win32"'
    assert manifest.python == ("==3.11.*", Place("Pipfile", 23))
    assert manifest.includes == ("libs/ours",)
    assert [line.text for line in manifest.unusable] == ["pywin32"]
    assert manifest.options[1] == ("--extra-index-url", "https://e.org/second")
    assert not manifest.locks


def test_lock_beside_it_is_needed(read: Read) -> None:
    found = read({"Pipfile": "[packages]\nflask='*'\n[requires]\npython_full_version='3.9.7'\n", "Pipfile.lock": "{}"})
    manifest = next(one for one in found if one.path == "Pipfile")
    assert manifest.includes == ("Pipfile.lock",)
    assert manifest.locks
    assert manifest.python == ("==3.9.7", Place("Pipfile", 4))
