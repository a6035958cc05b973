"""The base image's operating system gets no security fixes any more.

Why:
    Holes in its OpenSSL, its C library and all the rest stay open, whatever you install on top. Sooner or later its
    package archive moves away too, and the build breaks.

Before:
    FROM ubuntu:18.04
    CMD ["/srv/run"]

After:
    FROM ubuntu:24.04
    CMD ["/srv/run"]
"""

from collections.abc import Iterator

from dockerize_ml.dockerfile.image import ImageReference
from dockerize_ml.dockerfile.nodes import Stage
from dockerize_ml.knowledge.images import release_in_tag, system_releases
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_NAMES = {"debian": "Debian", "ubuntu": "Ubuntu", "centos": "CentOS"}


@rule("ML102", Level.WARNING, on="stage")
def eol_os(stage: Stage, context: Context) -> Iterator[Hit]:  # noqa: ARG001 - every rule is given it
    image = ImageReference.parse(stage.base)
    if stage.parent is not None or not image.tag:
        return
    release = release_in_tag(image.name, image.tag)
    if release is None or not release.has_ended:
        return
    name = _NAMES[release.system]
    alive = [each.version for each in system_releases() if each.system == release.system and not each.has_ended]
    instead = (
        f"Move to {name} {alive[0]} or newer." if alive else "Move to another system, such as Debian or Rocky Linux."
    )
    month = release.end_of_life.strftime("%B %Y")
    yield Hit(stage.image.span, f"{name} {release.version} has had no free security fixes since {month}. {instead}")
