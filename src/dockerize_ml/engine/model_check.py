"""Whether the project's model files load inside the image, with the libraries and as the user that it has."""

import json
from collections.abc import Iterator, Sequence
from typing import Literal, TypedDict, cast

from dockerize_ml.engine.check import Check
from dockerize_ml.engine.in_image import look_inside
from dockerize_ml.engine.session import Session
from dockerize_ml.errors import EngineError
from dockerize_ml.knowledge.model_loaders import loaders_of

_NAME = "the model loads"
# A program may know classes that an unpickler alone does not.
_PROGRAMS_OWN = ("__main__", "No module named", "Can't get attribute")


class _Told(TypedDict, total=False):
    path: str
    state: Literal["absent", "unreadable", "unknown", "failed", "loaded"]
    call: str
    said: str
    seconds: float


def model_check(session: Session, image: str, models: Sequence[str]) -> Iterator[Check]:
    """One row for each model that the project opens and that we know how to load; nothing where it opens none.

    It is the image's own Python that opens them, in a container without a network and without rights.

    Args:
        session: what the container belongs to.
        image: where to look.
        models: paths relative to the project's folder.
    """
    asked = [
        {
            "path": path,
            "loaders": [
                {"call": one.call, "file": one.file, "keyword": one.keyword, "arguments": one.arguments}
                for one in loaders_of(path)
            ],
        }
        for path in models
    ]
    if not asked:
        return
    try:
        told = look_inside(session, image, "model_loads", json.dumps(asked), root=False)
    except EngineError:
        # A big model takes long, and that is no fault; an engine that is lost is told by whatever comes next.
        yield Check(_NAME, "skipped", "it was not loaded after two minutes")
        return
    if not isinstance(told, list):
        yield Check(_NAME, "skipped", "`python` does not run in the image, or did not survive loading them")
        return
    yield from (_row(each) for each in cast("list[_Told]", told))  # printed by our own program


def _row(told: _Told) -> Check:
    path, said = told["path"], told.get("said", "")
    match told["state"]:
        case "absent":
            hint = "Look whether .dockerignore leaves it out; a model that is mounted is not in the image."
            return Check(_NAME, "warning", f"`{path}` is not in the image", hint=hint)
        case "unreadable":
            hint = "Let the image's user read it: `COPY --chown` or `--chmod`."
            return Check(_NAME, "failed", f"the image's user may not read `{path}`", hint=hint)
        case "unknown":
            return Check(_NAME, "skipped", f"`{path}`: no library that we know to load it is in the image")
        case "failed" if any(words in said for words in _PROGRAMS_OWN):
            return Check(_NAME, "skipped", f"`{path}`: only the program itself can load it ({said})")
        case "failed":
            hint = "Install the versions that it was saved with, or save it again with those that are installed."
            return Check(_NAME, "failed", f"{told['call']}(`{path}`): {said}", hint=hint)
        case "loaded":
            figure = f"{told['seconds']:.1f} s"
            detail = f"{told['call']}({path})"
            hint = "Pin the version that it was saved with." if said else ""
            return Check(_NAME, "warning" if said else "ok", f"{detail}: {said}" if said else detail, figure, hint)
