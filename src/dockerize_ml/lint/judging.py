"""Judges texts in one process: parses each, asks every chosen rule about what it wants to see, orders the answers."""

from __future__ import annotations

import gc
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, cast

from dockerize_ml.dockerfile import parse
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Finding, Level
from dockerize_ml.lint.pragmas import read_pragmas
from dockerize_ml.lint.selection import Selection, experimental, select
from dockerize_ml.lint.suppression import Row, suppress, unused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dockerize_ml.dockerfile.nodes import Instruction, Stage
    from dockerize_ml.lint.finding import Hit
    from dockerize_ml.lint.rule import Rule
    from dockerize_ml.lint.settings import Settings
    from dockerize_ml.lint.source import Source


class Judgement(NamedTuple):
    """The findings in one text; ``lasting`` where they follow from the text and the settings alone."""

    findings: tuple[Finding, ...]
    lasting: bool


def judge(sources: Sequence[Source], settings: Settings, jobs: int) -> list[Judgement]:
    """One judgement for each source; ShellCheck may have ``jobs`` processes."""
    selection = select(settings)
    collecting = gc.isenabled()
    gc.disable()  # trees hold no cycles; looking for some takes a quarter of the time
    try:
        contexts = [_context(source, settings) for source in sources]
        remarks = _remarks(contexts, selection, jobs)
        return [_judgement(*each, selection) for each in zip(contexts, remarks, strict=True)]
    finally:
        if collecting:
            gc.enable()


def _context(source: Source, settings: Settings) -> Context:
    file = parse(source.text)
    pragmas = read_pragmas(file)
    return Context(file, settings, name=source.name, folder=source.folder, project=source.project, pragmas=pragmas)


def _remarks(contexts: list[Context], selection: Selection, jobs: int) -> list[list[Row]]:
    """What ShellCheck says about each file; all their scripts are given to it together."""
    if not selection.has_shellcheck():
        return [[] for _ in contexts]
    from dockerize_ml.lint.shellcheck import check_files, default_cache  # noqa: PLC0415 - only where it is wanted

    cache = default_cache() if selection.settings.cache else None
    return [
        [
            Row(remark.code, "shellcheck", (), remark.level, hit)
            for remark, hit in said
            if selection.has_shellcheck(remark.code)
        ]
        for said in check_files(contexts, cache=cache, jobs=jobs)
    ]


def _judgement(context: Context, shell: list[Row], selection: Selection) -> Judgement:
    agenda = _agenda(context, selection)
    rows = [*_rows(context, agenda), *shell]
    if context.settings.pragmas:
        ignores = context.pragmas.ignores
        rows, used = suppress(rows, ignores)
        context.unused = tuple(unused(ignores, used, selection))
    last = [row for rule in agenda["end"] for row in _ask(rule, context)]
    levels = dict(context.settings.levels)
    found = {_finding(row, context, levels) for row in (*rows, *last)}
    in_order = sorted(found, key=lambda finding: (finding.line, finding.column, finding.code, finding.message))
    return Judgement(tuple(in_order), lasting=not context.looked_around)


def _agenda(context: Context, selection: Selection) -> dict[str, list[Rule]]:
    """The rules that can hit this file, by what they want to see."""
    agenda: dict[str, list[Rule]] = defaultdict(list)
    for rule in (*selection.rules, *experimental(selection, context.pragmas.experimental)):
        if rule.words and not any(word in context.file.text for word in rule.words):
            continue
        if rule.needs and not getattr(context.settings, rule.needs):
            continue
        for subject in rule.on:
            agenda[subject].append(rule)
    return agenda


def _rows(context: Context, agenda: dict[str, list[Rule]]) -> Iterator[Row]:
    """What the rules find, in no particular order."""
    for rule in (*agenda["file"], *(agenda["project"] if context.project else ())):
        yield from _ask(rule, context)
    for stage, rule in product(context.stages, agenda["stage"]):
        yield from _ask(rule, stage, context)
    for instruction in context.file.instructions:
        yield from _rows_at(instruction, context, agenda)


def _rows_at(instruction: Instruction, context: Context, agenda: dict[str, list[Rule]]) -> Iterator[Row]:
    for rule in agenda[instruction.keyword]:
        yield from _mendable(_ask(rule, instruction, context), instruction, context)
    trigger = instruction.trigger
    if trigger is None:
        return
    for rule in agenda[trigger.keyword]:
        if rule.onbuild:
            yield from _mendable(_ask(rule, trigger, context), trigger, context)


def _mendable(rows: Iterator[Row], instruction: Instruction, context: Context) -> Iterator[Row]:
    """The rows without their fixes where the shell text is broken, since nobody knows where its words end."""
    for row in rows:
        is_broken = row.hit.fix and instruction.keyword == "RUN" and context.script(instruction).has_error
        yield row._replace(hit=row.hit._replace(fix=None)) if is_broken else row


def _ask(rule: Rule, *subjects: Instruction | Stage | Context) -> Iterator[Row]:
    check = cast("Callable[..., Iterator[Hit]]", rule.check)  # the agenda knows what it takes
    try:
        for hit in check(*subjects):
            yield Row(rule.code, rule.name, rule.aliases, hit.level or rule.level, hit)
    except Exception as bug:
        bug.add_note(f"in rule {rule.code} ({rule.module})")
        raise


def _finding(row: Row, context: Context, levels: dict[str, Level]) -> Finding:
    file, span = context.file, row.hit.span
    # A heredoc without an end is given one, which ShellCheck may point at.
    start, end = (file.position(min(offset, len(file.text))) for offset in span)
    strict = context.pragmas.strict and row.aliases
    return Finding(
        file=context.name,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        code=row.code,
        name=row.name,
        aliases=row.aliases,
        level=levels.get(row.code) or (Level.ERROR if strict else row.level),
        message=row.hit.message,
        fix=row.hit.fix,
    )
