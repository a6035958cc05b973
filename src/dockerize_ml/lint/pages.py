"""A rule's page as data, read from its module's docstring; for ``explain``, the reports and the documentation."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from dockerize_ml.lint.presets import NOT_RECOMMENDED, presets_of

if TYPE_CHECKING:
    from dockerize_ml.lint.rule import Preset, Rule

_HADOLINT = "https://github.com/hadolint/hadolint/wiki/"
_BUILDKIT = "https://docs.docker.com/reference/build-checks/"
_SECTION = re.compile(r"^(Why|Settings|Dockerignore|Project|Before|After|Differs):[ \t]*\n", re.MULTILINE)
_FILE = re.compile(r"^==> (.+) <==\n", re.MULTILINE)
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to read about a rule.

    Attributes:
        rule: its card.
        summary: one sentence, what is wrong.
        why: what it costs.
        settings: TOML without which the rule has nothing to say, or nothing.
        before: a Dockerfile that has the mistake.
        after: the same without it.
        differs: where hadolint or BuildKit do otherwise and why, or nothing.
        presets: the presets that have it, besides ``all``.
        not_recommended: why it is not in ``recommended``, or nothing.
        url: the page of the tool that the rule comes from, or None for our own.
        dockerignore: a `.dockerignore` that the examples stand beside, or nothing.
        project: the files that the examples stand beside, each behind a line `==> name <==`, or nothing.
    """

    rule: Rule
    summary: str
    why: str
    settings: str
    before: str
    after: str
    differs: str
    presets: tuple[Preset, ...]
    not_recommended: str
    url: str | None
    dockerignore: str = ""
    project: str = ""

    @property
    def files(self) -> dict[str, str]:
        """The texts of the project's files by their names."""
        _, *parts = _FILE.split(self.project)
        return dict(zip(parts[::2], parts[1::2], strict=True))


def page(rule: Rule) -> Page:
    """Read a rule's page."""
    text = inspect.cleandoc(import_module(rule.module).__doc__ or "")
    head, *rest = _SECTION.split(text)
    sections = {name: inspect.cleandoc(f"\n{body}") for name, body in zip(rest[::2], rest[1::2], strict=True)}
    return Page(
        rule=rule,
        summary=" ".join(head.split()),
        why=sections.get("Why", ""),
        settings=sections.get("Settings", ""),
        project=_example(sections.get("Project", "")),
        dockerignore=_example(sections.get("Dockerignore", "")),
        before=_example(sections.get("Before", "")),
        after=_example(sections.get("After", "")),
        differs=sections.get("Differs", ""),
        presets=presets_of(rule),
        not_recommended=NOT_RECOMMENDED.get(rule.code, ""),
        url=_url(rule),
    )


def _example(text: str) -> str:
    return f"{text}\n" if text else ""


def _url(rule: Rule) -> str | None:
    if rule.code.startswith("DL"):
        return _HADOLINT + rule.code
    if rule.aliases:
        return _BUILDKIT + _WORD_START.sub("-", rule.aliases[0]).lower() + "/"
    return None
