"""What is sent to the engine: how much, what is big in it, and whether a secret is among it."""

from collections.abc import Iterator
from heapq import nlargest

from dockerize_ml.dockerfile.ignore import Ignore
from dockerize_ml.engine.check import Check, Status
from dockerize_ml.knowledge.ignore import ignored_topics
from dockerize_ml.project.build_context import megabytes, sent_files
from dockerize_ml.validation.registry import Subject, check

_SIZE = "the build context is small"
_SECRETS = "no secret is in the build context"
_MUCH = 1_000_000_000
_BIGGEST = 5
_SHOWN = 5


@check
def context(subject: Subject) -> Iterator[Check]:
    """Every file that .dockerignore lets through."""
    sizes = dict(sent_files(subject.folder, subject.ignore))
    total = sum(sizes.values())
    biggest = ", ".join(
        f"{path} {megabytes(size)}" for path, size in nlargest(_BIGGEST, sizes.items(), key=lambda one: one[1])
    )
    detail = f"{len(sizes)} files; the biggest: {biggest}" if sizes else "nothing is sent"
    much = total > _MUCH
    hint = "What the image does not need belongs into .dockerignore; big models can be mounted." if much else ""
    yield Check(_SIZE, "warning" if much else "ok", detail, megabytes(total), hint)
    yield from _secrets(subject, sizes)


def _secrets(subject: Subject, sizes: dict[str, int]) -> Iterator[Check]:
    patterns = next(topic.patterns for topic in ignored_topics() if topic.name == "secrets")
    secret = Ignore.parse("\n".join(patterns))
    found = sorted(path for path in sizes if secret.matches(path))
    if not found:
        yield Check(_SECRETS, "ok")
        return
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    detail = ", ".join(found[:_SHOWN]) + more
    status: Status = "failed" if any(_is_copied(subject, path) for path in found) else "warning"
    yield Check(_SECRETS, status, detail, hint=f"Add `{found[0]}` to .dockerignore: who has the image can read it.")


def _is_copied(subject: Subject, path: str) -> bool:
    for instruction in subject.dockerfile.instructions:
        if instruction.keyword in {"COPY", "ADD"} and instruction.flag("from") is None:
            sources = [word.value.removeprefix("./").strip("/") for word in instruction.words[:-1]]
            if any(source in {"", ".", path} or path.startswith(f"{source}/") for source in sources):
                return True
    return False
