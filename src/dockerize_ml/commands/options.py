"""Arguments and options that several commands share."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Folder: TypeAlias = Annotated[Path, typer.Argument(help="The project's folder.", show_default="the current folder")]
Quiet: TypeAlias = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but warnings and errors.")]
Verbose: TypeAlias = Annotated[bool, typer.Option("--verbose", "-v", help="Say more.")]


class DataFormat(StrEnum):
    """How a command prints what it was asked for."""

    TEXT = "text"
    JSON = "json"


Format: TypeAlias = Annotated[DataFormat, typer.Option("--format", "-f", help="How to print the result.")]

_FACTS = "Facts and settings"
Service: TypeAlias = Annotated[
    str | None,
    typer.Option(help="Which program, where the folder has several.", metavar="NAME", rich_help_panel=_FACTS),
]
Entrypoint: TypeAlias = Annotated[
    str | None,
    typer.Option(help="What to start: `module:object`, or a file.", rich_help_panel=_FACTS),
]
Framework: TypeAlias = Annotated[
    str | None, typer.Option(help="What it is made with.", metavar="NAME", rich_help_panel=_FACTS)
]
Kind: TypeAlias = Annotated[
    str | None, typer.Option(help="web, worker, job, notebook or library.", metavar="KIND", rich_help_panel=_FACTS)
]
Workdir: TypeAlias = Annotated[
    str | None, typer.Option(help="The folder it is started in.", metavar="FOLDER", rich_help_panel=_FACTS)
]
HealthPath: TypeAlias = Annotated[
    str | None, typer.Option(help="The route that tells it is well.", metavar="/PATH", rich_help_panel=_FACTS)
]
Port: TypeAlias = Annotated[int | None, typer.Option(help="The port that it listens on.", rich_help_panel=_FACTS)]
AsOf: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="The day whose versions loose requirements mean.", metavar="auto|now|DATE", rich_help_panel="Versions"
    ),
]
Platforms: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--platform",
        help="The machines to lock for: `linux/arm64`; may be repeated.",
        metavar="OS/ARCH",
        rich_help_panel="Versions",
    ),
]
Offline: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--offline", help="Ask no index for versions.", envvar="DOCKERIZE_ML_OFFLINE", rich_help_panel="Versions"
    ),
]
Keep: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(help="Leave this requirement as it is; may be repeated.", metavar="NAME", rich_help_panel="Versions"),
]
Lang: TypeAlias = Annotated[
    str | None,
    typer.Option(help="The language of comments and of what is shown.", metavar="en|es", rich_help_panel=_FACTS),
]
Pin: TypeAlias = Annotated[
    bool | None,
    typer.Option("--pin/--no-pin", help="Write base images with their digest of today.", rich_help_panel=_FACTS),
]
Weights: TypeAlias = Annotated[
    str | None,
    typer.Option(
        help="When weights and language data are fetched.", metavar="run|needed|build", rich_help_panel=_FACTS
    ),
]
Set: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--set", help="Any other setting; may be repeated.", metavar="NAME=VALUE", rich_help_panel=_FACTS),
]
_SETTING_NAMES = (
    *("service", "entrypoint", "framework", "kind", "workdir", "port", "health_path", "python"),
    *("gpu", "installer", "cache", "comments", "as_of", "platforms", "lang", "pin", "weights"),
)


def settings_said(parameters: Mapping[str, object]) -> dict[str, object]:
    """What a command's parameters say of facts and other settings, by the settings' names."""
    said = {name: parameters[name] for name in _SETTING_NAMES if parameters.get(name) is not None}
    others = parameters.get("others")
    if not isinstance(others, list) or not others:
        return said
    from dockerize_ml.config import said_in_words

    return {**said_in_words(map(str, others)), **said}


Python: TypeAlias = Annotated[
    str | None, typer.Option(help="The Python minor version.", metavar="3.X", rich_help_panel=_FACTS)
]
