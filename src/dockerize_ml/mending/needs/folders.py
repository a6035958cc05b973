"""A folder that the program writes to and that its user may not, or that is not there."""

from collections.abc import Iterator

from dockerize_ml.mending.need import Asked, Need, need


@need
def a_folder(asked: Asked) -> Iterator[Need]:
    """A volume can be any folder, and belongs to whom the image says."""
    for found in asked.found:
        if found.failure.needs == "folder":
            path = found.words.get("path", "")
            where = f"`{path}`" if path else "the folder of its database"
            hint = f"Mount a volume there: `docker run --volume data:{path.rpartition('/')[0] or '/data'}`."
            yield Need(f"needs to write to {where}, and may not", None, hint)
