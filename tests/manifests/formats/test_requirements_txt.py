"""Requirements files, whatever their names, encodings and includes."""

from collections.abc import Callable

import pytest

from dockerize_ml.manifests.formats.requirements_txt import is_requirements_name
from dockerize_ml.manifests.requirement import Manifest, Requirement
from dockerize_ml.project.place import Place

Read = Callable[[dict[str, str | bytes]], tuple[Manifest, ...]]


NAMES = {
    "requirements.txt",
    "requirements-dev.txt",
    "dev-requirements.txt",
    "requirements_prod.txt",
    "requirements/base.txt",
    "requirements/prod.in",
    "requirements.in",
    "Requirements.txt",
    "REQUIREMENTS.TXT",
    "requirments.txt",
    "requirement.txt",
    "requiremnts.txt",
    "requeriments.txt",
    "reqirements.txt",
    "reqs.txt",
    "req.txt",
    "requirements2.txt",
    "requirements (1).txt",
    "requirements.lock",
    "backend/my_requirements.txt",
}
OTHER_NAMES = {
    "notes.txt",
    "requested.txt",
    "packages.txt",
    "requests.txt",
    "runtime.txt",
    "required_reading.md",
    "requirements.md",
}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_knows_the_names_that_authors_give(name: str) -> None:
    assert is_requirements_name(name)


@pytest.mark.parametrize("name", sorted(OTHER_NAMES))
def test_leaves_other_texts_alone(name: str) -> None:
    assert not is_requirements_name(name)


ENCODINGS = {
    "UTF-8 with a mark": b"\xef\xbb\xbfflask==1.0\r\nnumpy\r\n",
    "UTF-16 as PowerShell writes it": "flask==1.0\r\nnumpy\r\n".encode("utf-16"),
    "UTF-16 the other way round": b"\xfe\xff" + "flask==1.0\r\nnumpy\r\n".encode("utf-16-be"),
    "UTF-16 that lost its mark": "flask==1.0\r\nnumpy\r\n".encode("utf-16-le"),
    "UTF-32": "flask==1.0\nnumpy\n".encode("utf-32"),
    "latin-1": "flask==1.0  # déjà\nnumpy".encode("latin-1"),
    "a coding cookie": "# -*- coding: cp1252 -*-\nflask==1.0 # “\nnumpy".encode("cp1252"),
    "lines of an old Mac": b"flask==1.0\rnumpy\r",
}


@pytest.mark.parametrize("content", ENCODINGS.values(), ids=ENCODINGS)
def test_reads_every_encoding(read: Read, content: bytes) -> None:
    (manifest,) = read({"requirements.txt": content})
    assert [(one.name, one.specifier) for one in manifest.requirements] == [("flask", "==1.0"), ("numpy", "")]
    assert not manifest.unusable


def test_follows_includes_and_constraints_inside_the_project_once(read: Read) -> None:
    (manifest, _) = read(
        {
            "requirements.txt": "-r requirements/base.txt\n-r requirements.txt\n-rbase2.txt\n-c ../../etc/x\nflask\n",
            "requirements/base.txt": "--requirement=../requirements.txt\n-c constraints.txt\nnumpy",
            "requirements/constraints.txt": "numpy==1.26.4\nflask==3.0\nunused==1",
        },
    )[:2]
    assert [(one.name, one.specifier, str(one.at)) for one in manifest.requirements] == [
        ("numpy", "==1.26.4", "requirements/base.txt:3"),
        ("flask", "==3.0", "requirements.txt:5"),
    ]
    assert manifest.includes == ("requirements/base.txt", "requirements/constraints.txt")
    assert [(line.text, line.at.line) for line in manifest.unusable] == [("-rbase2.txt", 3), ("-c ../../etc/x", 4)]


def test_joins_lines_and_keeps_hashes_and_options(read: Read) -> None:
    text = (
        "--index-url https://me:secret@e.org/simple\n"
        "--extra-index-url=https://e.org/cpu\n"
        "--find-links ./wheels\n"
        "--pre\n"
        "flask==1.0 \\\n"
        "    --hash=sha256:aa \\\n"
        "    --hash=sha256:bb\n"
        "    # via -r requirements.in\n"
        "-e ./libs/x  # ours\n"
        "url-with-fragment @ https://e.org/a.zip#sha256=00\n"
        "numpy==\\\n"
        "1.26\n"
    )
    (manifest,) = read({"requirements.txt": text, "libs/x/setup.py": "", "wheels/a.whl": ""})[:1]
    assert manifest.options == (
        ("--index-url", "https://***@e.org/simple"),
        ("--extra-index-url", "https://e.org/cpu"),
        ("--find-links", "./wheels"),
        ("--pre", ""),
    )
    flask, local, url, numpy = manifest.requirements
    assert flask == Requirement("flask", "==1.0", Place("requirements.txt", 5), hashes=("sha256:aa", "sha256:bb"))
    assert (local.url, local.editable, local.at.line) == ("libs/x", True, 9)
    assert url.url.endswith("#sha256=00")
    assert (numpy.specifier, numpy.at.line) == ("==1.26", 11)
    assert manifest.includes == ("wheels", "libs/x")


def test_local_path_that_is_not_there_is_told(read: Read) -> None:
    (manifest,) = read({"requirements.txt": "-e ./gone\nflask"})
    assert [line.reason for line in manifest.unusable] == ["`gone` is not in the project."]


@pytest.mark.parametrize(
    ("text", "locks"),
    [("a==1\nb===2\n", True), ("a==1\nb\n", False), ("a==1.*\n", False), ("", False)],
    ids=["all exact", "one loose", "wildcard", "empty"],
)
def test_tells_a_frozen_list(read: Read, text: str, locks: bool) -> None:  # noqa: FBT001 - a column of the table
    (manifest,) = read({"requirements.txt": text})
    assert manifest.locks is locks


def test_options_behind_a_requirement_are_meant(read: Read) -> None:
    text = "torch==1.9.0+cu111 -f https://e.org/torch.html\n- flask\nnumpy --no-binary :all:\n"
    (manifest,) = read({"requirements.txt": text})
    assert [(one.name, one.specifier) for one in manifest.requirements] == [
        ("torch", "==1.9.0+cu111"),
        ("flask", ""),
        ("numpy", ""),
    ]
    assert manifest.options == (("--find-links", "https://e.org/torch.html"),)


def test_two_pins_of_the_same_are_told(read: Read) -> None:
    (manifest,) = read({"requirements.txt": "numpy==1.25.0\nflask\nNumPy==1.26.4\nflask==3.0\npandas==2\npandas==2\n"})
    assert [(one.name, one.specifier) for one in manifest.requirements][:2] == [("flask", ""), ("numpy", "==1.26.4")]
    assert [(line.text, line.at.line) for line in manifest.unusable] == [("numpy==1.25.0", 1)]
    assert "requirements.txt:3 asks for `numpy==1.26.4`" in manifest.unusable[0].reason


INTERPRETERS = {
    "pip-compile": ("# This file is autogenerated by pip-compile with Python 3.9\nflask==3.0\n", "==3.9.*", 1),
    "uv": ("# by uv:\n#    uv pip compile a.in --python-version 3.11 -o a.txt\nflask==3.0\n", "==3.11.*", 2),
    "conda's export": ("flask=3.0=py_0\npython=3.9.7=h12debd9_1\n", "==3.9.7", 2),
    "somebody's wish": ("flask\npython>=3.8\n", ">=3.8", 2),
}


@pytest.mark.parametrize(("text", "specifier", "line"), INTERPRETERS.values(), ids=INTERPRETERS)
def test_tells_the_interpreter(read: Read, text: str, specifier: str, line: int) -> None:
    (manifest,) = read({"requirements.txt": text})
    assert manifest.python == (specifier, Place("requirements.txt", line))


def test_prose_is_no_list(read: Read) -> None:
    assert (
        read(
            {"a.py": "", "docs/requirements.txt": "You will need a computer.\nAnd some time, too.\nGood luck to you!\n"}
        )
        == ()
    )


OTHER_LISTS = {
    "a list under another name": ("dependencies.txt", "flask==1.0\nnumpy\n", 1),
    "freeze": ("pip_freeze.txt", "flask==1.0\n", 1),
    "words": ("modules.txt", "lesson one\nlesson two\n", 0),
    "names of something else": ("libs.txt", "libgl1\nffmpeg\n", 0),
    "packages of Debian": ("packages.txt", "libgl1\nffmpeg==4\n", 0),
}


@pytest.mark.parametrize(("name", "text", "count"), OTHER_LISTS.values(), ids=OTHER_LISTS)
def test_other_names_are_confirmed_by_what_is_in_them(read: Read, name: str, text: str, count: int) -> None:
    assert len(read({"a.py": "", name: text})) == count


def test_hostile_lists_end(read: Read) -> None:
    chain = {f"r{index}/requirements.txt": f"-r ../r{index + 1}/requirements.txt" for index in range(40)}
    manifests = read(
        {
            "requirements.txt": "a" * 2_000_000 + "\n" + "\\\n" * 50_000 + "flask",
            "deep/requirements.txt": "-r ../r0/requirements.txt",
            **chain,
        },
    )
    assert [one.name for one in manifests[0].requirements] == ["flask"]
    deep = next(one for one in manifests if one.path == "deep/requirements.txt")
    assert "20 deep" in deep.unusable[0].reason
