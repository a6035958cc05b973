"""Weights or data that the program fetches when it starts, and could not."""

from collections.abc import Iterator

from dockerize_ml.mending.need import Asked, Need, need


@need
def a_download(asked: Asked) -> Iterator[Need]:
    """Those that the source tells of, where the log shows that fetching failed."""
    if not any(found.failure.needs == "network" for found in asked.found):
        return
    for each in asked.situation.inspection.outside.downloads:
        if each.lacking:
            continue
        what = each.name or "weights"
        hint = "Give the container a network, or mount a folder that holds them: `docker run --volume`."
        yield Need(f"downloads {what} from {each.origin}", each.evidence, hint)
