"""The plan's own words in the reader's language; values, names and quoted code stay as they are."""

from dockerize_ml.config import Language
from dockerize_ml.knowledge.languages import in_language
from dockerize_ml.plan.model import Note, Plan, Stage


def spoken(plan: Plan, language: Language) -> Plan:
    """The same plan with every comment of the files, and every note, in that language."""
    if language == "en":
        return plan
    return plan.model_copy(
        update={
            "header": _said(plan.header, language),
            "stages": tuple(_stage(stage, language) for stage in plan.stages),
            "ignore_header": in_language(plan.ignore_header, language),
            "ignore": tuple(
                group.model_copy(update={"why": in_language(group.why, language)}) for group in plan.ignore
            ),
            "notes": tuple(
                Note(text=in_language(note.text, language), hint=in_language(note.hint, language))
                for note in plan.notes
            ),
        }
    )


def _stage(stage: Stage, language: Language) -> Stage:
    steps = tuple(step.model_copy(update={"why": _said(step.why, language)}) for step in stage.steps)
    return Stage(title=in_language(stage.title, language), steps=steps)


def _said(lines: tuple[str, ...], language: Language) -> tuple[str, ...]:
    return tuple(in_language(line, language) for line in lines)
