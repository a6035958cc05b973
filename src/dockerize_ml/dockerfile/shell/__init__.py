"""Shell text inside RUN and CMD, read into commands that know their place in the Dockerfile. Runs nothing."""

from dockerize_ml.dockerfile.shell.modules import python_module
from dockerize_ml.dockerfile.shell.nodes import Command, Pipe, Redirect, Script, ShellWord
from dockerize_ml.dockerfile.shell.script import DEFAULT_SHELL, read_script, shell_text

__all__ = [
    "DEFAULT_SHELL",
    "Command",
    "Pipe",
    "Redirect",
    "Script",
    "ShellWord",
    "python_module",
    "read_script",
    "shell_text",
]
