"""Names by which a user picks one of several programs: ``api``, ``worker``, ``dashboard``."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from dockerize_ml.facts.weighing import is_about

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

# What a program of a framework is to its user, where nothing else names it.
_ROLES = {
    "dashboard": {
        "streamlit",
        "gradio",
        "dash",
        "panel",
        "bokeh",
        "nicegui",
        "shiny",
        "solara",
        "mesop",
        "taipy",
        "reflex",
    },
    "api": {"fastapi", "litestar", "starlette", "falcon", "sanic", "litserve", "bentoml", "ray", "connexion"},
    "bot": {
        "discord.py",
        "nextcord",
        "disnake",
        "python-telegram-bot",
        "aiogram",
        "pytelegrambotapi",
        "pyrogram",
        "telethon",
        "slack-bolt",
    },
    "notebook": {"jupyter", "voila"},
}
_TELLS_NOTHING = frozenset(
    {"src", "app", "apps", "services", "service", "packages", "projects", "code", "python", "main", "lib"}
)
_ODD = re.compile(r"[^a-z0-9]+")


def named(survey: Survey, programs: Iterable[Program]) -> tuple[Program, ...]:
    """The programs with names that no two of them share."""
    taken: Counter[str] = Counter()
    found: list[Program] = []
    for program in programs:
        name = _name(survey, program)
        taken[name] += 1
        unique = name if taken[name] == 1 else f"{name}-{taken[name]}"
        found.append(replace(program, name=unique))
    return tuple(found)


def _name(survey: Survey, program: Program) -> str:
    """The compose or Procfile service's name, the telling folder's, the framework's role, or the file's."""
    for mentioned in survey.spoken.mentioned:
        if mentioned.command.name and mentioned.command.weight >= 25 and is_about(survey, mentioned, program):
            return mentioned.command.name
    folders = [folder for folder in program.file.split("/")[:-1] if folder.lower() not in _TELLS_NOTHING]
    if program.workdir != "." and folders:
        return _plain(folders[0])
    role = next((role for role, frameworks in _ROLES.items() if program.framework in frameworks), None)
    if role is not None:
        return role
    if program.kind in {"web", "worker"} and program.framework != "script":
        return program.kind
    return _plain(program.file.rpartition("/")[2].partition(".")[0]) if program.entrypoint else "library"


def _plain(text: str) -> str:
    return _ODD.sub("-", text.lower()).strip("-") or "program"
