"""A rule's page as Markdown."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dockerize_ml.lint.pages import Page


def rule_markdown(page: "Page") -> str:
    """Title, why, before and after, and what it does otherwise than others."""
    parts = [f"**{page.summary}**", page.why]
    parts += [f"{name}:\n\n```dockerfile\n{code}\n```" for name, code in _examples(page)]
    if page.differs:
        parts.append(f"Differs: {page.differs}")
    return "\n\n".join(part for part in parts if part)


def _examples(page: "Page") -> tuple[tuple[str, str], ...]:
    pairs = (("Before", page.before.strip("\n")), ("After", page.after.strip("\n")))
    return tuple((name, code) for name, code in pairs if code)
