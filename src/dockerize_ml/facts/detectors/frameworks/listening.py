"""Frameworks whose program is a script that listens by itself."""

from __future__ import annotations

from functools import partial

from dockerize_ml.facts.finding.scripts import started_scripts
from dockerize_ml.facts.registry import framework

# The calls that start each: their names are part of the frameworks' interface.
_STARTED_BY = {
    "aiohttp": {"run_app", "TCPSite", "_run_app"},
    "cherrypy": {"quickstart", "start", "block"},
    "flexx": {"start"},
    "gradio": {"launch"},
    "grpcio": {"wait_for_termination", "add_insecure_port", "add_secure_port"},
    "h2o-wave": {"run"},
    "justpy": {"justpy"},
    "kserve": {"start"},
    "litserve": {"run"},
    "mesa": {"launch"},
    "nicegui": {"run"},
    "pywebio": {"start_server"},
    "remi": {"start"},
    "robyn": {"start"},
    "taipy": {"run"},
    "tornado": {"listen", "bind", "HTTPServer"},
    "web.py": {"run"},
}

for _name, _verbs in _STARTED_BY.items():
    framework(_name)(partial(started_scripts, framework=_name, verbs=_verbs))
