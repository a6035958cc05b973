"""Chat bots: scripts that wait for messages and serve no port."""

from __future__ import annotations

from functools import partial

from dockerize_ml.facts.finding.scripts import started_scripts
from dockerize_ml.facts.registry import framework

_STARTED_BY = {
    "aiogram": {"start_polling", "run_polling", "start_webhook"},
    "discord-py": {"run", "start"},
    "pyrogram": {"run", "start", "idle"},
    "pytelegrambotapi": {"polling", "infinity_polling", "run_webhooks"},
    "python-telegram-bot": {"run_polling", "start_polling", "run_webhook", "idle"},
    "slack-bolt": {"start"},
    "telethon": {"run_until_disconnected", "start"},
}

for _name, _verbs in _STARTED_BY.items():
    framework(_name)(partial(started_scripts, framework=_name, verbs=_verbs))
