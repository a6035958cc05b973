"""A rule's page as Markdown."""

from dockerize_ml.report.lint_report import RuleDoc


def rule_markdown(rule: RuleDoc) -> str:
    """Title, why, before and after, and what it does otherwise than others."""
    parts = [f"**{rule.title}**", rule.why]
    parts += [f"{name}:\n\n```dockerfile\n{code}\n```" for name, code in _examples(rule)]
    if rule.differs:
        parts.append(f"Differs: {rule.differs}")
    return "\n\n".join(part for part in parts if part)


def _examples(rule: RuleDoc) -> tuple[tuple[str, str], ...]:
    pairs = (("Before", rule.before.strip("\n")), ("After", rule.after.strip("\n")))
    return tuple((name, code) for name, code in pairs if code)
