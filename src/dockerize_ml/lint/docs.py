"""Writes what is made from the rules: their cards, and the pages ``docs/rules.md`` and ``docs/differences.md``.

Run ``python -m dockerize_ml.lint.docs`` in a checkout after adding or changing a rule.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from dockerize_ml.lint.cards import FILE, cards_text
from dockerize_ml.lint.pages import Page, page
from dockerize_ml.lint.registry import import_rule, modules

if TYPE_CHECKING:
    from collections.abc import Iterator

_EVERYWHERE = """\
## Everywhere

- A command is known by its name, whatever folder it is called from: `/opt/venv/bin/pip` is pip.
- Commands that others run are seen: in `sh -c "…"`, and behind `sudo`, `env`, `exec`, `xargs` and the like.
- Heredocs are read, and what stands behind their marker on the same line.
- A stage inherits SHELL, USER, WORKDIR and ENV from the stage it starts from, and shares nothing with one that starts
  from the same image. ENV after SHELL changes nothing.
- What stands in ONBUILD sees what its stage sets, and what the ONBUILDs before it set.
- A shell is known by its name too (`SHELL ["bash", …]`), and `# hadolint shell=…` counts as SHELL. What neither sh nor
  its kin reads (PowerShell, `cmd`, Python) is left alone.
- The JSON form is no shell: `RUN ["a", "|", "b"]` has no pipe.
- Names of stages are compared without regard to case, except in FROM. Quotes around the value of a flag are no part of
  it.
- A finding stands at the very words, not at the first line of the instruction; one of BuildKit's own checks (BK…)
  stands on the line that BuildKit reports.
- Every remark of ShellCheck is shown; hadolint keeps the last one of each RUN, and none where that one is ignored.
  ShellCheck is told which values of ENV and ARG fall apart where they are not quoted; hadolint tells it that none does.
- A file with an error is linted all the same, except for the line that has it.
- A comment that switches rules off may have other comments between itself and the instruction, may stand inside it, and
  may name a rule by its name and in any case; one for a stage may stand inside that. One that has no effect is
  reported (ML001), and so is a name that no rule has (ML002), or that BuildKit does not know as it is written.
- Settings that are unknown or broken are an error, never silently the default.\
"""
_COUNTED = """\
## How much each accounts for

Of 298 public Dockerfiles both report 865 pairs of file and code under `--preset hadolint`, and one alone reports 94:

| pairs | codes | because |
|---|---|---|
| 39 | DL3013, DL3042 | pip in a folder is pip |
| 20 | SC | every remark of ShellCheck is shown |
| 16 | DL3066 | root by name is left to DL3002, and only the last USER counts |
| 7 | DL3008, DL3013, DL3015, DL3042 | commands behind `sudo` and `xargs` are seen |
| 4 | DL3046 | a variable with a long name is no high number |
| 2 | DL3013 | `uv pip` is looked at like pip |
| 2 | DL3016, DL3042 | commands in `bash -c "…"` are seen |
| 2 | DL3040 | `update` is `upgrade` |
| 1 | DL3025 | nothing is said where SHELL was set |
| 1 | SC3054 | a stage inherits SHELL |
"""
_CHECKOUT = Path(__file__).parents[3]


def generated() -> dict[Path, str]:
    """Every generated file with its text."""
    pages = sorted((page(import_rule(module)) for module in modules()), key=lambda shown: shown.rule.code)
    return {
        FILE: cards_text(shown.rule for shown in pages),
        _CHECKOUT / "docs" / "rules.md": "\n".join(_rules(pages)),
        _CHECKOUT / "docs" / "differences.md": "\n".join(_differences(pages)),
    }


def _rules(pages: list[Page]) -> Iterator[str]:
    yield "# Rules\n"
    yield "Made from the rules by `python -m dockerize_ml.lint.docs`; `dockerize-ml explain CODE` shows the same.\n"
    families = sorted(pages, key=lambda shown: (shown.rule.family, shown.rule.code))
    for family, members in groupby(families, key=lambda shown: shown.rule.family):
        yield f"## {family.capitalize()}\n"
        for shown in members:
            yield from _rule(shown)


def _rule(shown: Page) -> Iterator[str]:
    rule = shown.rule
    presets = ", ".join(f"`{preset}`" for preset in shown.presets) or "none, select it by its code"
    yield f"### {rule.code} `{rule.name}`\n"
    yield f"{shown.summary}\n"
    also = f" · also `{'`, `'.join(rule.aliases)}`" if rule.aliases else ""
    yield f"*{rule.level.value}* · presets: {presets}{also}\n"
    yield f"{shown.why}\n"
    if shown.settings:
        yield f"```toml\n{shown.settings}\n```\n"
    if shown.dockerignore:
        yield f"```gitignore\n# .dockerignore\n{shown.dockerignore}```\n"
    if shown.project:
        yield f"```text\n{shown.project}```\n"
    yield f"```dockerfile\n# before\n{shown.before}```\n"
    yield f"```dockerfile\n# after\n{shown.after}```\n"
    if shown.differs:
        yield f"**Differs:** {shown.differs}\n"
    if shown.not_recommended:
        yield f"**Not recommended:** {shown.not_recommended}.\n"


def _differences(pages: list[Page]) -> Iterator[str]:
    yield "# Where the rules differ from hadolint and BuildKit\n"
    yield "Made from the rules by `python -m dockerize_ml.lint.docs`. A rule means the same in every preset.\n"
    yield f"{_EVERYWHERE}\n"
    yield _COUNTED
    for shown in pages:
        if shown.differs:
            yield f"## {shown.rule.code} `{shown.rule.name}`\n"
            yield f"{shown.differs}\n"
    yield "## Not in `recommended`\n"
    for shown in pages:
        if shown.not_recommended:
            yield f"- {shown.rule.code} `{shown.rule.name}`: {shown.not_recommended}."
    yield ""


def main() -> None:
    """Write them all."""
    for path, text in generated().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
