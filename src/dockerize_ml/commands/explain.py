"""``dockerize-ml explain``."""

from typing import TYPE_CHECKING, Annotated

import typer

from dockerize_ml.commands.options import DataFormat, Format
from dockerize_ml.commands.registry import command

if TYPE_CHECKING:
    from dockerize_ml.lint.rule import Rule


@command
def explain(
    code: Annotated[str | None, typer.Argument(help="A rule's code or name; all rules are listed without.")] = None,
    *,
    format: Format = DataFormat.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show a rule's page: why, a Dockerfile before and after, and how it differs from other linters.

    Example: dockerize-ml explain DL3042
    """
    from dockerize_ml.lint.pages import page
    from dockerize_ml.lint.registry import rules
    from dockerize_ml.report.rule_page import rule_list, rule_list_json, rule_page, rule_page_json
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here()
    if code is None:
        pages = [page(rule) for rule in rules()]
        terminal.data(rule_list_json(pages) if format is DataFormat.JSON else rule_list(pages, terminal.out))
        return
    for rule in _rules_named(code):
        found = page(rule)
        terminal.data(rule_page_json(found) if format is DataFormat.JSON else rule_page(found, terminal.out))


def _rules_named(code: str) -> "tuple[Rule, ...]":
    """The rules that answer to a code, a name or an alias.

    Raises:
        UsageError: none does.
    """
    from dockerize_ml.errors import UsageError
    from dockerize_ml.lint.registry import by_name, nearest

    found = by_name().get(code.lower())
    if found:
        return found
    if code.upper().startswith("SC") and code[2:].isdecimal():
        raise UsageError(
            reason=f"`{code}` is ShellCheck's, which has its own pages.",
            hint=f"Search for `ShellCheck {code.upper()}`.",
        )
    near = nearest(code)
    hint = f"Did you mean `{near}`?" if near else "`dockerize-ml explain` lists them all."
    raise UsageError(reason=f"There is no rule `{code}`.", hint=hint)
