"""``dockerize-ml explain``."""

from typing import Annotated

import typer

from dockerize_ml.commands.options import DataFormat, Format
from dockerize_ml.commands.registry import command


@command
def explain(
    code: Annotated[str | None, typer.Argument(help="A rule's code or name; all rules are listed without.")] = None,
    *,
    format: Format = DataFormat.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show a rule's page: why, a Dockerfile before and after, and how it differs from other linters.

    Example: dockerize-ml explain DL3042
    """
    from dockerize_ml.lint.docs import all_pages, page
    from dockerize_ml.report.rule_page import rule_list, rule_list_json, rule_page, rule_page_json
    from dockerize_ml.report.terminal import Terminal

    terminal = Terminal.here()
    if code is None:
        pages = all_pages()
        terminal.data(rule_list_json(pages) if format is DataFormat.JSON else rule_list(pages, terminal.out))
        return
    found = page(code)
    terminal.data(rule_page_json(found) if format is DataFormat.JSON else rule_page(found, terminal.out))
