"""What uv says, as recorded from it, taken apart."""

from datetime import date

import pytest

from dockerize_ml.resolve.trouble import plain, trouble_in

NO = "error: No solution found when resolving dependencies\n  cause: "
SAID = {
    "a name that is nowhere": (
        (
            NO + "Because apturl was not found in the package registry and you require apturl==0.5.2, we can "
            "conclude that your requirements are unsatisfiable.\n"
        ),
        ("missing", "apturl", ""),
    ),
    "a version that is nowhere": (
        (
            NO + "Because there is no version of numpy==1.99 and you require numpy==1.99, we can conclude that"
            " your requirements are unsatisfiable.\n"
        ),
        ("no version", "numpy", "==1.99"),
    ),
    "what is only for some machines": (
        (
            NO
            + "Because httptools{platform_python_implementation != 'pypy' and sys_platform != 'win32'}==0.0.13 has no"
            " usable wheels and all versions of uvicorn depend on"
            " httptools{platform_python_implementation != 'pypy' and sys_platform != 'win32'}==0.0.13."
        ),
        ("no wheel", "httptools", "==0.0.13"),
    ),
    "nothing so new": (
        (
            NO + "Because only requests<=2.34.2 is available and you require requests>=2.99, we can conclude "
            "that your requirements are unsatisfiable.\n"
        ),
        ("no version", "requests", ">=2.99"),
    ),
    "nothing so new of what has an extra": (
        (
            NO + "Because only uvicorn[standard]<=0.29.0 is available and you require uvicorn[standard]>=0.30, we can "
            "conclude that your requirements are unsatisfiable.\n"
        ),
        ("no version", "uvicorn", ">=0.30"),
    ),
    "a Python that has one taken out": (
        (
            NO
            + "Because the requested Python version (>=3.7) does not satisfy all of: Python>=3.8,<3.9.7 Python>3.9.7 "
            "and streamlit==1.36.0 depends on one of: Python>=3.8,<3.9.7 Python>3.9.7 we can conclude that "
            "streamlit==1.36.0 cannot be used.\n"
        ),
        ("python", "streamlit", "Python>=3.8"),
    ),
    "a Python that has two taken out and an end": (
        (
            NO + "Because the requested Python version (>=3.7) does not satisfy all of: Python>=3.8,<3.9.7 "
            "Python>3.9.7,<3.10.1 Python>3.10.1,<3.13 and thing depends on one of: Python>=3.8,<3.9.7"
        ),
        ("python", "thing", "Python>=3.8,<3.13"),
    ),
    "no wheel of a pin": (
        (
            NO + "Because numpy==1.19.5 has no usable wheels and you require numpy==1.19.5, we can conclude "
            "that your requirements are unsatisfiable.\n\nhint: Wheels are required for `numpy` because "
            "building from source is disabled for all packages (i.e., with `--no-build`)\n"
        ),
        ("no wheel", "numpy", "==1.19.5"),
    ),
    "no wheel for this Python": (
        (
            NO + "Because tensorflow==2.4.0 has no wheels with a matching Python ABI tag (e.g., `cp311`) and "
            "you require tensorflow==2.4.0, we can conclude that your requirements are unsatisfiable.\n"
        ),
        ("no wheel", "tensorflow", "==2.4.0"),
    ),
    "no wheel of any version": (
        (
            NO + "Because all versions of fasttext have no usable wheels and you require fasttext, we can "
            "conclude that your requirements are unsatisfiable.\n"
        ),
        ("no wheel", "fasttext", ""),
    ),
    "no wheel deep down, though a version is named first": (
        (
            NO + "Because termcolor==1.1.0 has no usable wheels and only termcolor<=1.1.0 is available, we can"
            " conclude that termcolor>=1.1.0 cannot be used.\n         And because tensorflow==2.4.0 "
            "depends on termcolor>=1.1.0,<1.2 and you require tensorflow==2.4.0, we can conclude that "
            "your requirements are unsatisfiable.\n"
        ),
        ("no wheel", "termcolor", "==1.1.0"),
    ),
    "a file that uv does not take": (
        (
            NO + "Because pycups==1.9.73 has a non-PEP 625-compliant source distribution filename and you require "
            "pycups==1.9.73, we can conclude that your requirements are unsatisfiable.\n"
        ),
        ("no wheel", "pycups", "==1.9.73"),
    ),
    "another Python": (
        (
            NO + "Because the requested Python version (>=3.7) does not satisfy Python>=3.10 and "
            "requests==2.34.2 depends on Python>=3.10, we can conclude that requests==2.34.2 cannot be "
            "used.\n"
        ),
        ("python", "requests", "Python>=3.10"),
    ),
    "two that do not go together": (
        (
            NO + "Because flask==2.0.0 depends on werkzeug>=2.0 and you require flask==2.0.0, we can conclude "
            "that you require werkzeug>=2.0.\n         And because you require werkzeug==1.0.1, we can "
            "conclude that your requirements are unsatisfiable.\n"
        ),
        ("conflict", "", ""),
    ),
    "no network": (
        ("error: Failed to fetch: https://pypi.example/simple/numpy/\n  cause: error sending request\n"),
        ("unreachable", "", ""),
    ),
    "something else": (
        ("error: Couldn't parse requirement in `asks.in` at position 0\n"),
        ("refused", "", ""),
    ),
}


@pytest.mark.parametrize(("said", "found"), SAID.values(), ids=SAID.keys())
def test_the_obstacle_is_found(said: str, found: tuple[str, str, str]) -> None:
    trouble = trouble_in(said)
    assert (trouble.kind, trouble.name, trouble.versions) == found


def test_a_pin_that_came_later_tells_its_day() -> None:
    said = (
        f"{NO}Because there is no version of numpy==1.19.5 and you require numpy==1.19.5, we can conclude that your "
        "requirements are unsatisfiable.\n\nhint: `numpy` was filtered by `exclude-newer` to only include packages "
        "uploaded before 2020-01-02T00:00:00Z. The requested version, v1.19.5, was published at "
        "2021-01-05T17:19:38.152Z. Consider using `exclude-newer-package` to override the cutoff for this package.\n"
    )
    assert trouble_in(said).published == date(2021, 1, 5)


def test_a_conflict_is_told_in_plain_words() -> None:
    said = SAID["two that do not go together"][0]
    assert plain(trouble_in(said)) == (
        "`flask==2.0.0` asks for `werkzeug>=2.0`, and the project for `flask==2.0.0`, "
        "and the project for `werkzeug==1.0.1`."
    )


def test_every_step_of_a_long_chain_is_heard() -> None:
    said = (
        f"{NO}Because flask<=0.10.1 has no usable wheels and only flask>=0.11 is left, it is out. (1)\n\n"
        "         Because markupsafe>=0.23 has no usable wheels and jinja2>=2.9 depends on markupsafe>=0.23, we can "
        "conclude that your requirements are unsatisfiable.\n"
    )
    assert trouble_in(said).wheelless == (("flask", "<=0.10.1"), ("markupsafe", ">=0.23"))


def test_a_part_that_came_too_late_tells_its_name_and_day() -> None:
    said = (
        f"{NO}Because there is no version of triton{{sys_platform == 'linux'}}==2.0.0 and torch==2.0.0 depends on "
        "triton{sys_platform == 'linux'}==2.0.0, we can conclude that your requirements are unsatisfiable.\n\n"
        "hint: `triton` was filtered by `exclude-newer` to only include packages uploaded before 2023-03-16T00:00:00Z. "
        "The requested version, v2.0.0, was published at 2023-03-20T17:32:17.169Z.\n"
    )
    trouble = trouble_in(said)
    assert (trouble.late, trouble.published) == ("triton", date(2023, 3, 20))


def test_files_without_a_day_are_told() -> None:
    said = (
        "warning: `install-1.3.5-py3-none-any.whl` is missing an upload date, but user provided: 2022-06-05T00:00:00Z\n"
        f"{NO}Because there are no versions of install and you require install>=1.3.5,<2, we can conclude that your"
        " requirements are unsatisfiable.\n"
    )
    trouble = trouble_in(said)
    assert (trouble.kind, trouble.name) == ("no version", "install")
    assert trouble.undated == {"install"}
