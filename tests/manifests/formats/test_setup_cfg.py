"""``setup.cfg``."""

from collections.abc import Callable

from dockerize_ml.manifests.requirement import Manifest
from dockerize_ml.project.place import Place

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]

TEXT = """\
[metadata]
name = x
[options]
python_requires = >=3.9
install_requires =
    flask>=2  # the web
    # a comment
    numpy; python_version < "3.12"
[options.extras_require]
dev =
    pytest
[options.entry_points]
console_scripts =
    serve = x.cli:main
[flake8]
max-line-length = 100
percent = 100%
"""


def test_reads_options(read: Read) -> None:
    (manifest,) = read({"setup.cfg": TEXT})
    assert [(one.name, one.specifier, one.group, one.at.line) for one in manifest.requirements] == [
        ("flask", ">=2", "", 6),
        ("numpy", "", "", 8),
        ("pytest", "", "dev", 11),
    ]
    assert manifest.python == (">=3.9", Place("setup.cfg", 4))
    assert manifest.scripts == {"serve": "x.cli:main"}


def test_reads_files_that_it_names(read: Read) -> None:
    found = read({"setup.cfg": "[options]\ninstall_requires = file: reqs.txt\n", "reqs.txt": "flask"})
    manifest = next(one for one in found if one.format == "setup-cfg")
    assert [str(one.at) for one in manifest.requirements] == ["reqs.txt:1"]
    assert manifest.includes == ("reqs.txt",)


def test_settings_of_tools_are_no_manifest(read: Read) -> None:
    assert read({"a.py": "", "setup.cfg": "[flake8]\nmax-line-length = 100\n"}) == ()
    assert read({"a.py": "", "setup.cfg": "this is no ini file"}) == ()
    assert read({"a.py": "", "setup.cfg": "  [options]\n[options\n= x\n[]\n"}) == ()


def test_reads_what_is_whole_of_a_broken_file(read: Read) -> None:
    text = "[metadata]\nname\n  x\n[options]\nstray line\n    flask\ninstall_requires = numpy\n"
    (manifest,) = read({"setup.cfg": text})
    assert [(one.name, one.at.line) for one in manifest.requirements] == [("numpy", 7)]
