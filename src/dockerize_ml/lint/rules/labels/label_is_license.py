"""A label that has to be a licence is none that SPDX knows.

Why:
    Tools compare it with the list of SPDX.

Settings:
    [lint.labels]
    license = "spdx"

Before:
    FROM debian:12-slim
    LABEL license=BSD

After:
    FROM debian:12-slim
    LABEL license=BSD-3-Clause

Differs:
    Expressions (`MIT OR Apache-2.0`), identifiers that SPDX has replaced (`GPL-3.0`), `LicenseRef-…` and any case
    will do.
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.rules.labels._typed import labels_of


@rule("DL3054", Level.WARNING, on="LABEL", needs="label_schema")
def label_is_license(instruction: Instruction, context: Context) -> Iterator[Hit]:
    for _, value in labels_of(instruction, context, "spdx"):
        if not _is_license(value.value):
            yield Hit(value.span, f"`{value.value}` is not among the licences of SPDX. See https://spdx.org/licenses.")


def _is_license(text: str) -> bool:
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression  # noqa: PLC0415 - rare

    try:
        canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        return False
    return True
