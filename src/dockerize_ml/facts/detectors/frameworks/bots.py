"""Chat bots: scripts that wait for messages and serve no port."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.scripts import started_scripts
from dockerize_ml.facts.registry import framework

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.program import Program
    from dockerize_ml.facts.survey import Survey

_STARTED_BY = {
    "aiogram": {"start_polling", "run_polling", "start_webhook"},
    "discord.py": {"run", "start"},
    "disnake": {"run", "start"},
    "nextcord": {"run", "start"},
    "pyrogram": {"run", "start", "idle"},
    "pytelegrambotapi": {"polling", "infinity_polling", "run_webhooks"},
    "python-telegram-bot": {"run_polling", "start_polling", "run_webhook", "idle"},
    "telethon": {"run_until_disconnected", "start"},
}


@framework("slack-bolt")
def slack_bolt(survey: Survey) -> Iterator[Program]:
    """Slack's bots: web programs, but in socket mode they call out and nobody calls in."""
    for program in started_scripts(survey, "slack-bolt", {"start"}):
        is_socket = any(
            "SocketModeHandler" in survey.source.text(path) for path in survey.source.reachable(program.file)
        )
        yield replace(program, port=None) if is_socket else replace(program, kind="web")


for _name, _verbs in _STARTED_BY.items():
    framework(_name)(partial(started_scripts, framework=_name, verbs=_verbs))
