"""A comment names a rule that does not exist.

Why:
    hadolint drops the whole comment without a word when it cannot read one of its names, and BuildKit does so with
    names it does not know. The finding that should be silenced then comes back.

Before:
    FROM python:3.12-slim
    # hadolint ignore=no-such-rule
    RUN pip install --no-cache-dir flask==3.0.3

After:
    FROM python:3.12-slim
    RUN pip install --no-cache-dir flask==3.0.3
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Span
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.pragmas import ALL
from dockerize_ml.lint.registry import nearest, rules
from dockerize_ml.lint.rule import rule
from dockerize_ml.lint.selection import is_rule


@rule("ML002", Level.WARNING, on="file", words=("ignore", "skip"))
def known_ignore(context: Context) -> Iterator[Hit]:
    for pragma in context.pragmas.ignores:
        for code in pragma.codes:
            if pragma.origin == "check":
                yield from _unknown_check(code, pragma.span)
            elif not is_rule(code):
                near = nearest(code)
                advice = f"Did you mean `{near}`?" if near else "`dockerize-ml explain` lists all rules."
                yield Hit(pragma.span, f"There is no rule `{code}`. {advice}")


def _unknown_check(name: str, span: Span) -> Iterator[Hit]:
    checks = {alias.lower(): alias for rule in rules() for alias in rule.aliases} | {ALL: ALL}
    if name in checks.values():
        return
    meant = checks.get(name.strip().lower())
    if meant:
        yield Hit(span, f"BuildKit does not know `{name}`. Write `{meant}`, in this case and without blanks.")
        return
    near = nearest(name)
    advice = f"Did you mean `{near}`?" if near else "`dockerize-ml explain` lists all rules."
    yield Hit(span, f"BuildKit has no check `{name.strip()}`. {advice}")
