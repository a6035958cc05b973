"""A file that the program opens and that is not in the folder."""

from collections.abc import Iterator

from dockerize_ml.mending.need import Asked, Need, need


@need
def a_file(asked: Asked) -> Iterator[Need]:
    """What the log names, with the line that opens it."""
    outside = asked.situation.inspection.outside
    for found in asked.found:
        if found.failure.needs != "file":
            continue
        path = found.words["path"]
        opened = next((each for each in outside.opened if path.endswith(each.path) and not each.exists), None)
        because = opened.evidence if opened else None
        hint = f"Put it into the folder, or mount it: `docker run --volume`, at `{path}`."
        yield Need(f"opens `{path}`, which is not in the folder", because, hint)
