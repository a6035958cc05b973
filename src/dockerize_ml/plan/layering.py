"""Big models in layers of their own, so that a change of the source does not ship them again."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.plan.basing import Base
from dockerize_ml.plan.installers.registry import SOURCE
from dockerize_ml.plan.model import Copy, Run, Stage, Start, Workdir
from dockerize_ml.plan.sharing import shared

STAGE = "source"
# Bytes. A smaller model is not worth a stage.
_BIG = 10_000_000


class BigModel(NamedTuple):
    """A model file, or a folder of them, and its bytes."""

    path: str
    bytes: int
    is_folder: bool


def big_models(inspection: Inspection) -> tuple[BigModel, ...]:
    """The models of the project that are worth a layer, in the order of their names."""
    paths = sorted(set(inspection.facts.models.value or ()))
    return tuple(model for path in paths for model in _measured(path, inspection))


def source_stage(base: Base, models: tuple[BigModel, ...]) -> Stage:
    """The source without the models: ``COPY`` itself cannot leave anything out."""
    return Stage(
        title="The source without the big models, which get layers of their own.",
        steps=(
            Start(image=base.build_image, name=STAGE, ended=base.ended),
            Workdir(path=SOURCE),
            Copy(sources=(".",), target="./", why=(".dockerignore says what stays out.",)),
            *shared([Run(words=("rm", "-r", *(f"./{model.path}" for model in models)))]),
        ),
    )


def model_layers(models: tuple[BigModel, ...], owner: int) -> Iterator[Copy]:
    """One layer for each model."""
    for model in models:
        below = PurePosixPath(SOURCE) / (model.path if model.is_folder else PurePosixPath(model.path).parent)
        told = (
            f"{model.path}, {model.bytes / 1e6:,.0f} MB, in a layer of its own: it changes less often than the source."
        )
        yield Copy(sources=(model.path,), target=f"{below}/", owner=owner, why=(told,))


def _measured(path: str, inspection: Inspection) -> Iterator[BigModel]:
    biggest = dict(inspection.outside.biggest)
    inside = [size for name, size in biggest.items() if name.startswith(f"{path}/")]
    size = biggest.get(path, 0) or sum(inside)
    if size >= _BIG:
        yield BigModel(path, size, is_folder=path not in biggest)
