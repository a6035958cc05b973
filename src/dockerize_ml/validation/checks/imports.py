"""Whether everything that the program imports is installed."""

from collections.abc import Iterator

from dockerize_ml.engine.check import Check
from dockerize_ml.facts.needed_imports import lacked, needed_imports
from dockerize_ml.validation.installed import installed
from dockerize_ml.validation.registry import Looked, Subject, project_check
from dockerize_ml.validation.stage import StageView

_NAME = "every import has a requirement"


@project_check(_NAME)
def imports(subject: Subject, looked: Looked) -> Iterator[Check]:
    """The imports that run when the program's modules are loaded; what another package may bring is only named."""
    have = installed(subject, looked)
    if not have.known:
        yield Check(_NAME, "skipped", "nothing is installed in a way that can be read: the base image may have it")
        return
    wanted = needed_imports(looked.project, looked.inspection)
    missing = tuple(lacked(looked.project, looked.inspection, have.names))
    if not missing:
        yield Check(_NAME, "ok", f"{len(wanted)} packages are imported" if wanted else "only Python's own are imported")
    view = StageView.last(subject.dockerfile)
    brings = view is not None and view.brings_packages
    for module, distribution, _, at in missing:
        detail = f"{at} imports `{module}`"
        if brings:
            yield Check(_NAME, "skipped", f"{detail}: the base image may bring `{distribution}`")
        elif have.whole:
            yield Check(_NAME, "failed", detail, hint=f"Add `{distribution}` to the requirements.")
        else:
            hint = f"Add `{distribution}` to the requirements, unless another package surely brings it."
            yield Check(_NAME, "warning", detail, hint=hint)
