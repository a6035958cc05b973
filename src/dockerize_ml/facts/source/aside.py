"""Which files stand beside the program: tests, examples, docs, vendored code and the like."""

import re

# Each a reason that a user can read, and the folders or file names it goes for.
_FOLDERS = {
    "a test": re.compile(
        r"tests?|testing|unit_?tests?|integration_?tests?|e2e|spec|fixtures?|testdata|test_data|mocks?"
    ),
    "an example": re.compile(r"examples?|samples?|demos?|tutorials?|cookbook|recipes|playground|sandbox|snippets"),
    "documentation": re.compile(r"docs?|documentation|sphinx|site|website"),
    "a migration": re.compile(r"migrations|alembic|versions"),
    "vendored code": re.compile(r"vendor(?:ed)?|third_?party|external(?:s|_libs?)?|submodules|extern|_vendor|contrib"),
    "a tool": re.compile(
        r"scripts?|tools?|utils?|utilities|bin|ci|\.github|hack|devtools|benchmarks?|bench|experiments?|misc|infra"
        r"|deploy(?:ment)?|terraform|ansible|k8s|helm|lambda|etl|airflow|dags"
    ),
    "left behind": re.compile(
        r"old|legacy|archived?|backup|bak|deprecated|attic|obsolete|unused|trash|tmp|temp|drafts?|scratch"
    ),
    "a template": re.compile(r"templates?|cookiecutter.*|\{\{.*"),
    "a notebook": re.compile(r"notebooks?|nbs?|jupyter|colab"),
}
_FILES = {
    "a test": re.compile(r"(?:test_.*|.*_tests?|tests?|conftest|locustfile|.*_spec)\.py"),
    "packaging": re.compile(
        r"(?:setup|noxfile|fabfile|dodo|hubconf|versioneer|_version|__version__|version|tasks_invoke)\.py"
    ),
    "a server's settings": re.compile(r"(?:gunicorn|hypercorn|uvicorn)(?:[._-]?conf(?:ig)?)?\.py|gunicorn\.conf\.py"),
    "documentation": re.compile(r"conf\.py"),
    "an example": re.compile(r"(?:example|demo|sample)s?(?:_.*)?\.py|.*_(?:example|sample)s?\.py"),
    "left behind": re.compile(
        r"(?:old|backup|bak|copy|tmp|temp|deprecated)[_-].*\.py|.*[_-](?:old|backup|bak|copy|deprecated|orig)\d?\.py"
    ),
}


def why_aside(path: str) -> str | None:
    """Why a file is not the program at first sight: ``a test``; None for ordinary source."""
    *folders, name = path.lower().split("/")
    for folder in folders:
        for reason, pattern in _FOLDERS.items():
            if pattern.fullmatch(folder):
                return reason
    for reason, pattern in _FILES.items():
        if pattern.fullmatch(name):
            return reason
    return None
