"""Weights that the code downloads, fetched when the image is built, where the user chose that."""

import json
import re
from collections.abc import Iterator

from dockerize_ml.config import Settings, Weights
from dockerize_ml.facts.outside import Download
from dockerize_ml.knowledge.model_downloads import model_downloads
from dockerize_ml.plan.model import Argument, Install, Mount, Run, Step
from dockerize_ml.plan.reasons import at

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")


def is_fetchable(download: Download) -> bool:
    """Whether the build can fetch it: what it is called is known, and the call needs nothing else."""
    return bool(download.wheel) or (bool(download.name) and _DOTTED.fullmatch(download.call) is not None)


def is_fetched(download: Download, weights: Weights) -> bool:
    """Whether the build does fetch it: all that it can if so told, otherwise what the program dies without at once."""
    needed = download.lacking and download.at_start
    return is_fetchable(download) and (weights == "build" or (weights == "needed" and needed))


def packaged(downloads: tuple[Download, ...], settings: Settings) -> Iterator[Install]:
    """Models that are packages: they go to the others, before the program's user comes, who may not write there."""
    for download in downloads:
        if download.wheel and is_fetched(download, settings.weights):
            told = f"{download.name} ({at(download.evidence)}) is on no index: its wheel for the locked spaCy."
            yield Install(installer=settings.installer, packages=(download.wheel,), why=(told,))


def fetched(downloads: tuple[Download, ...], uid: int, weights: Weights) -> Iterator[Step]:
    """The calls of the code itself, so that the same cache is filled; a token is mounted and stays in no layer."""
    wanted = tuple(each for each in downloads if is_fetched(each, weights) and not each.wheel)
    for mirror, origin in dict.fromkeys((each.mirror, each.origin) for each in wanted if each.mirror):
        told = f"A mirror of {origin} is told by `docker build --build-arg {mirror}=https://`…"
        yield Argument(name=mirror, why=(told,))
    for download in wanted:
        told = f"{download.name} ({at(download.evidence)}) is fetched now; the program then needs no network to start."
        secret = download.secret.lower()
        token = f"For what needs a token: `docker build --secret id={secret},env={download.secret}` …"
        program = _program(download)
        yield Run(
            variables=((download.token, f"/run/secrets/{secret}"),) if secret else (),
            words=("python", "-c", program),
            newest=_is_newest(program),
            mounts=(Mount(kind="secret", origin=secret, owner=uid),) if secret else (),
            why=(told, token) if secret else (told,),
        )


def _is_newest(program: str) -> bool:
    """Whether it fetches what has versions and names none: the code of the project names none either."""
    return any(known.pattern.search(program) and not known.fixed.search(program) for known in model_downloads())


def _program(download: Download) -> str:
    """``from whisper import load_model; load_model("base")``."""
    parts = download.call.split(".")
    first = next((index for index, part in enumerate(parts) if part[0].isupper()), len(parts) - 1)
    first = max(first, 1)
    # In double quotes, which the single ones of the shell leave as they are.
    name = json.dumps(download.name, ensure_ascii=False)
    arguments = ", ".join(filter(None, (name, download.loudly)))
    return f"from {'.'.join(parts[:first])} import {parts[first]}; {'.'.join(parts[first:])}({arguments})"
