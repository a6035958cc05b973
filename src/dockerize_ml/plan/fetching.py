"""Weights that the code downloads, fetched when the image is built, where the user chose that."""

import re
from collections.abc import Iterator

from dockerize_ml.facts.outside import Download
from dockerize_ml.plan.model import Mount, Run
from dockerize_ml.plan.reasons import at

_ID = "hf_token"
_FILE = f"/run/secrets/{_ID}"
_HUB = "HF_HOME"
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")


def is_fetchable(download: Download) -> bool:
    """Whether the build can fetch it: what it is called is known, and the call needs nothing else."""
    return bool(download.name) and _DOTTED.fullmatch(download.call) is not None


def fetched(downloads: tuple[Download, ...], uid: int) -> Iterator[Run]:
    """The calls of the code itself, so that the same cache is filled; a token is mounted and stays in no layer."""
    for download in filter(is_fetchable, downloads):
        from_hub = download.cache == _HUB
        told = f"{download.name} ({at(download.evidence)}) is fetched now; the program then needs no network to start."
        token = f"For what needs a token: `docker build --secret id={_ID},env=HF_TOKEN` …"
        yield Run(
            variables=(("HF_TOKEN_PATH", _FILE),) if from_hub else (),
            words=("python", "-c", _program(download)),
            mounts=(Mount(kind="secret", origin=_ID, owner=uid),) if from_hub else (),
            why=(told, token) if from_hub else (told,),
        )


def _program(download: Download) -> str:
    """``from whisper import load_model; load_model('base')``."""
    parts = download.call.split(".")
    first = next((index for index, part in enumerate(parts) if part[0].isupper()), len(parts) - 1)
    first = max(first, 1)
    return f"from {'.'.join(parts[:first])} import {parts[first]}; {'.'.join(parts[first:])}({download.name!r})"
