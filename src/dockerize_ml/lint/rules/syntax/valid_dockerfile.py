"""BuildKit refuses this file.

Why:
    The build ends here with an error. The other findings are for what could be read all the same.

Before:
    FROM python:3.12-slim
    COPPY app.py /app/

After:
    FROM python:3.12-slim
    COPY app.py /app/

Differs:
    hadolint reports nothing else for such a file, and refuses some files that BuildKit builds, such as one with two
    heredocs in one RUN.
"""

from collections.abc import Iterator

from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule


@rule("DL1000", Level.ERROR, on="file", presets=("recommended", "hadolint", "buildkit"))
def valid_dockerfile(context: Context) -> Iterator[Hit]:
    for problem in context.file.problems:
        yield Hit(problem.span, f"{problem.message.rstrip('.')}. {problem.hint}" if problem.hint else problem.message)
