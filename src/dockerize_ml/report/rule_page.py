"""``explain``: a rule's page, and the list of all rules."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from dockerize_ml.report.cells import cut, pad, width
from dockerize_ml.report.json_text import Json, json_text
from dockerize_ml.report.prose import folded, paragraphs
from dockerize_ml.report.screen import Screen, Style

if TYPE_CHECKING:
    from dockerize_ml.lint.pages import Page

EXPLAIN = "dockerize-ml explain CODE"


def rule_page(page: "Page", screen: Screen) -> str:
    """One rule: what it asks, why, a Dockerfile before and after, and how others differ."""
    return "\n".join(_page_lines(page, screen)) + "\n"


def rule_page_json(page: "Page") -> str:
    """One rule as JSON."""
    return json_text({"schema_version": 1, "rule": _fields(page)}, indent=2) + "\n"


def rule_list(pages: Sequence["Page"], screen: Screen) -> str:
    """All rules, one line each, and how to read on."""
    names = max((width(page.rule.name) for page in pages), default=0)
    told = f"{len(pages)} rules; those marked - are not in the recommended preset. One rule's page: `{EXPLAIN}`"
    return "\n".join((*(_list_line(page, names, screen) for page in pages), "", *folded(told, screen))) + "\n"


def rule_list_json(pages: Sequence["Page"]) -> str:
    """All rules as JSON, pages included."""
    return json_text({"schema_version": 1, "rules": [_fields(page) for page in pages]}, indent=2) + "\n"


def _page_lines(page: "Page", screen: Screen) -> Iterator[str]:
    rule = page.rule
    level = screen.paint(rule.level, rule.level.value)
    yield f"{screen.paint(rule.code, 'bold')} {rule.name} ({level})"
    yield from folded(page.summary, screen)
    yield from _section("Why", page.why, screen)
    yield from _code("Settings", page.settings.splitlines(), set(), "code", screen)
    yield from _examples(page, screen)
    yield from _section("Differs", page.differs, screen)
    yield ""
    for label, text in _particulars(page):
        yield from folded(f"{label}: {text}", screen)


def _section(title: str, text: str, screen: Screen) -> Iterator[str]:
    if text:
        yield from ("", screen.paint(title, "bold"))
        yield from paragraphs(text, screen, indent=2)


def _particulars(page: "Page") -> Iterator[tuple[str, str]]:
    yield "Presets", ", ".join((*page.presets, "all"))
    if page.not_recommended:
        yield "Not recommended", page.not_recommended
    if page.rule.aliases:
        yield "Also called", ", ".join(page.rule.aliases)
    yield "Ignore", f"put `# dockerize-ml: ignore={page.rule.code}` above the instruction"
    if page.url:
        yield "See", page.url


def _examples(page: "Page", screen: Screen) -> Iterator[str]:
    """Both Dockerfiles, the lines that differ painted."""
    before, after = page.before.splitlines(), page.after.splitlines()
    gone, come = set(range(len(before))), set(range(len(after)))
    for block in SequenceMatcher(None, before, after).get_matching_blocks():
        gone -= set(range(block.a, block.a + block.size))
        come -= set(range(block.b, block.b + block.size))
    yield from _code("Beside .dockerignore", page.dockerignore.splitlines(), set(), "code", screen)
    yield from _code("In a project with", page.project.splitlines(), set(), "code", screen)
    yield from _code("Before", before, gone, "removed", screen)
    yield from _code("After", after, come, "added", screen)


def _code(title: str, lines: list[str], marked: set[int], style: Style, screen: Screen) -> Iterator[str]:
    if not lines:
        return
    yield from ("", screen.paint(title, "bold"))
    for at, line in enumerate(lines):
        yield f"    {screen.paint(line, style) if at in marked else line}".rstrip()


def _list_line(page: "Page", names: int, screen: Screen) -> str:
    rule = page.rule
    mark = " " if "recommended" in page.presets else "-"
    level = screen.paint(f"{rule.level:<7}", rule.level.value)
    start = f"{rule.code:<6} {mark} "
    left = len(start) + 7 + 2 + names + 2
    # Where little of the sentence would be left, the name says as much.
    room = None if screen.width is None else max(0, screen.width - left)
    summary = "" if room is not None and room < 20 else cut(page.summary, room, screen)
    return f"{screen.paint(start, 'bold')}{level}  {pad(rule.name, names)}  {summary}".rstrip()


def _fields(page: "Page") -> dict[str, Json]:
    return {
        "code": page.rule.code,
        "name": page.rule.name,
        "aliases": page.rule.aliases,
        "level": page.rule.level,
        "presets": page.presets,
        "summary": page.summary,
        "why": page.why,
        "settings": page.settings,
        "dockerignore": page.dockerignore,
        "project": page.project,
        "before": page.before,
        "after": page.after,
        "differs": page.differs,
        "not_recommended": page.not_recommended,
        "url": page.url,
    }
