"""Folders that the program's packages write to while it runs; none where nothing uses one."""

from collections.abc import Iterator

from dockerize_ml.config import Settings
from dockerize_ml.facts.inspection import Inspection
from dockerize_ml.knowledge.caches import Cache, caches
from dockerize_ml.plan.fetching import is_fetched
from dockerize_ml.plan.model import Environment
from dockerize_ml.plan.reasons import at

KEPT = "/home/app/.cache"


def cache_variables(inspection: Inspection, settings: Settings) -> Iterator[Environment]:
    """The variables that send caches to where the program may write, each with what writes there."""
    used = tuple((cache, why) for cache in caches() if (why := _why(cache, inspection, settings)))
    wanted = tuple((cache, why) for cache, why in used if cache.variable not in settings.env)
    if wanted:
        yield Environment(
            variables=tuple((cache.variable, cache.folder) for cache, _ in wanted), why=tuple(why for _, why in wanted)
        )


def kept_folders(inspection: Inspection) -> tuple[str, ...]:
    """Folders for a volume: what is fetched once need not be fetched again; and those that have to be there before."""
    variables = {download.cache for download in inspection.outside.downloads}
    made = (cache.folder for cache in caches() if cache.made and cache.variable in variables)
    return (KEPT, *made) if any(not download.wheel for download in inspection.outside.downloads) else ()


def _why(cache: Cache, inspection: Inspection, settings: Settings) -> str:
    """The comment for one cache, or nothing where nobody writes to it."""
    requirements = inspection.manifest.requirements if inspection.manifest else ()
    user = next((each for each in requirements if each.name in cache.distributions and not each.group), None)
    if user is not None:
        return f"{cache.variable}: {cache.why} ({user.at}); /tmp is writable on a read-only file system too."
    fetched = [each for each in inspection.outside.downloads if each.cache == cache.variable]
    if not fetched:
        return ""
    where = at(fetched[0].evidence)
    if all(is_fetched(download, settings.weights) for download in fetched):
        return f"{cache.variable}: {cache.why} ({where}), when the image is built."
    return f"{cache.variable}: {cache.why} ({where}); a volume on {KEPT} keeps them between runs."
