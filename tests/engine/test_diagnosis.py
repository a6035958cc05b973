"""Logs as they are printed, and the sentence that they should lead to."""

import pytest

from dockerize_ml.engine.diagnosis import diagnosis
from dockerize_ml.knowledge.build_failures import failures

OTHER_PYTHON = """\
ERROR: Ignored the following versions that require a different python version: 1.4 Requires-Python >=3.8,<3.12
ERROR: No matching distribution found for scipy==1.4
"""
BUILD = {
    "no such version": (
        "ERROR: No matching distribution found for torch==9.9",
        "`torch==9.9`",
    ),
    "not for this Python": (
        OTHER_PYTHON,
        "`scipy==1.4` is not made for the image's Python",
    ),
    "no compiler": ("error: command 'gcc' failed: No such file or directory", "`build-essential`"),
    "a missing header": ("src/x.c:4:10: fatal error: portaudio.h: No such file or directory", "`portaudio.h`"),
    "PostgreSQL": ("Error: pg_config executable not found.", "`libpq-dev`"),
    "git": ("ERROR: Cannot find command 'git' - do you have 'git' installed and in your PATH?", "Install `git`"),
    "a token that the hub wants": (
        "huggingface_hub.errors.GatedRepoError: 401 Client Error.\nCannot access gated repo for url https://x/api",
        "`--secret id=hf_token,env=HF_TOKEN`",
    ),
    "a hub that cannot be reached": (
        "httpx.ConnectError: [Errno 111] Connection refused\nhuggingface_hub.errors.LocalEntryNotFoundError: An error",
        "`--build-arg HF_ENDPOINT=https://…`",
    ),
    "NLTK's data cannot be fetched": (
        "[nltk_data] Error loading punkt_tab: <urlopen error [Errno -2]\n[nltk_data]     Name or service not known>",
        "NLTK's data `punkt_tab` could not be fetched",
    ),
    "spaCy's model cannot be fetched": (
        "error: Failed to download `x @ https://github.com/explosion/spacy-models/x.whl`\n  cause: dns error",
        "A model of spaCy could not be fetched",
    ),
    "no network": ("Temporary failure in name resolution", "could not reach the network"),
    "tools that are not there": (
        "  cause: Failed to resolve requirements from `setup.py` build\n  cause: No solution found when resolving: x>9",
        "contradict each other",
    ),
    "a full disk": ("OSError: [Errno 28] No space left on device", "disk is full"),
    "a name that uv does not find": (
        "  ╰─▶ Because nosuchpkg was not found in the package registry and you require nosuchpkg",
        "no package `nosuchpkg`",
    ),
    "a file that is not sent": (
        'failed to compute cache key: failed to calculate checksum of ref x::y: "/missing.py": not found',
        "`/missing.py` is not in the build context",
    ),
    "no compiler, as setuptools says it": ("error: [Errno 2] No such file or directory: 'g++'", "`build-essential`"),
    "the last try of pip": (
        "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by 'Name or service not known'",
        "could not reach the network",
    ),
    "an index that does not answer uv in time": (
        "  cause: operation timed out",
        "index or a mirror could not be reached",
    ),
    "another file than the locked one": ("Expected sha256 0000\n         Got        1111", "whose hash is locked"),
    "a version that uv does not find": (
        "  cause: Because there is no version of flask==99.9 and you require flask==99.9, we can conclude that",
        "No version of `flask==99.9` fits",
    ),
    "wheels for older Pythons only": (
        "No solution found when resolving dependencies\n  Because x==1 has no wheels with a matching Python ABI tag",
        "no wheel for the image's Python",
    ),
    "requirements that contradict each other": (
        "No solution found when resolving dependencies\n  Because flask==3.0.0 depends on werkzeug>=3.0.0",
        "contradict each other",
    ),
    "a program that is not there": ("/bin/sh: 1: poetry: not found", "The step calls `poetry`"),
    "Debian's own pip": ("error: externally-managed-environment", "virtual environment"),
    "an old package on a new Python": ("ModuleNotFoundError: No module named 'distutils'", "Set `python`"),
    "an SBOM of the engine's own builder": (
        "ERROR: failed to build: Attestation is not supported for the docker driver.",
        "docker buildx create",
    ),
    "a lock file that is cut short": ("error: Failed to parse `uv.lock`\n  cause: missing `source` field", "`uv lock`"),
    "a lock file of another list": (
        "pyproject.toml changed significantly since poetry.lock was last generated. Run `poetry lock`",
        "`poetry lock`",
    ),
    "a package of one's own that is not there": (
        "error: Distribution not found at: file:///app/packages/core",
        "asked for at `packages/core`",
    ),
    "what has no solution has not lost the network": (
        "  cause: Failed to resolve requirements from `setup.py` build\n  cause: No solution found when resolving: `x`",
        "contradict each other",
    ),
    "Debian's name": ("E: Unable to locate package libgl1-mesa", "`libgl1-mesa`"),
}
START = {
    "a model file of a few bytes": (
        '  File "/app/app.py", line 7, in <module>\n    model = pickle.load(open("m.pkl", "rb"))\nMemoryError',
        "A model file cannot be read (MemoryError)",
    ),
    "a model file that is cut short": (
        "    model = joblib.load(MODEL)\n_pickle.UnpicklingError: pickle data was truncated",
        "A model file cannot be read (_pickle.UnpicklingError: pickle data was truncated)",
    ),
    "no memory for a model": (
        "    model = pickle.load(f)\nMemoryError: Unable to allocate 8.00 GiB for an array",
        "ran out of memory",
    ),
    "a module": ("ModuleNotFoundError: No module named 'cv2'", "Add `opencv-python`"),
    "a library": (
        "ImportError: libGL.so.1: cannot open shared object file: No such file or directory",
        "Install `libgl1`",
    ),
    "a variable": ("KeyError: 'DATABASE_URL'", "--env DATABASE_URL"),
    "a variable by a library's own words": (
        "openai.OpenAIError: Pass api_key to the client or set the OPENAI_API_KEY environment variable",
        "--env OPENAI_API_KEY",
    ),
    "a variable of starlette": ("KeyError: \"Config 'API_KEY' is missing, and has no default.\"", "--env API_KEY"),
    "a variable of django-environ": (
        "django.core.exceptions.ImproperlyConfigured: Set the DATABASE_URL environment variable",
        "--env DATABASE_URL",
    ),
    "a variable of decouple": (
        "decouple.UndefinedValueError: SECRET_KEY not found. Declare it as envvar or define a default value.",
        "--env SECRET_KEY",
    ),
    "a variable in an author's colours": (
        "AssertionError: \x1b[91m\x1b[1mBOT_TOKEN environment variable is missing from .env\x1b[0m",
        "--env BOT_TOKEN",
    ),
    "a variable that an author logs": (
        "2024-01-01 10:00:00 - root - ERROR - The following environment values are missing in your .env: BOT_TOKEN",
        "--env BOT_TOKEN",
    ),
    "a token": ("TypeError: expected token to be a str, received NoneType instead", "--env NAME"),
    "a table": ("sqlite3.OperationalError: no such table: post", "no table `post`"),
    "arguments of argparse": (
        "usage: crop.py [-h] folder\ncrop.py: error: the following arguments are required: folder",
        "arguments are required: folder",
    ),
    "arguments of click": (
        "Usage: crop [OPTIONS] FOLDER\nTry 'crop --help' for help.\n\nError: Missing argument 'FOLDER'.",
        "Missing argument 'FOLDER'.",
    ),
    "arguments of typer": (
        " Usage: crop [OPTIONS] PATH\n╭─ Error ──────╮\n│ Missing argument 'PATH'.     │\n╰──────────────╯",
        "Missing argument 'PATH'.",
    ),
    "a terminal": (
        (
            '  File "/usr/local/lib/python3.12/curses/__init__.py", line 30, in initscr\n'
            "_curses.error: setupterm: could not find terminal"
        ),
        "docker run -it",
    ),
    "the settings of a terminal": ("termios.error: (25, 'Inappropriate ioctl for device')", "docker run -it"),
    "a keyboard": ('  File "/app/ask.py", line 1, in <module>\nEOFError: EOF when reading a line', "docker run -it"),
    "a file": ("FileNotFoundError: [Errno 2] No such file or directory: 'model.pkl'", "`model.pkl`"),
    "a port": ("OSError: [Errno 98] Address already in use", "same port"),
    "a database": ("psycopg2.OperationalError: could not connect to server: Connection refused", "PostgreSQL"),
    "distutils": ("ModuleNotFoundError: No module named 'distutils'", "setuptools"),
    "a folder without rights": ("PermissionError: [Errno 13] Permission denied: '/app/log.txt'", "`/app/log.txt`"),
}


@pytest.mark.parametrize(("log", "words"), BUILD.values(), ids=BUILD.keys())
def test_a_build_that_fails_for_a_known_reason_says_it(log: str, words: str) -> None:
    assert words in diagnosis("build", f"#8 1.2 Collecting x\n#8 2.1 {log}\n")


@pytest.mark.parametrize(("log", "words"), START.values(), ids=START.keys())
def test_a_start_that_fails_for_a_known_reason_says_it(log: str, words: str) -> None:
    assert words in diagnosis("start", f"Traceback (most recent call last):\n{log}\n")


MATPLOTLIB = "It is highly recommended to set the MPLCONFIGDIR environment variable to a writable directory"
RECOVERED = "WARNING: Retrying (Retry(total=3)) after connection broken by 'Name or service not known': /simple/flask/"


@pytest.mark.parametrize(
    "log", [RECOVERED, "", "KeyError: 'features'", MATPLOTLIB, "ValueError: bad input", "exit code: 1"]
)
def test_an_unknown_reason_is_not_guessed(log: str) -> None:
    assert diagnosis("start", log) == diagnosis("build", log) == ""


def test_every_placeholder_is_a_group_of_its_pattern() -> None:
    for failure in (*failures("build"), *failures("start")):
        names = dict.fromkeys(failure.pattern.groupindex, "x")
        names |= {"distribution": "x"} if "module" in names else {}
        names |= {"package": "x"} if "library" in names else {}
        assert failure.meaning.format_map(names)
        assert failure.remedy.format_map(names)
