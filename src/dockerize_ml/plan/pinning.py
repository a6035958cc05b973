"""Images by their digest: the tag stays readable beside it, so that programs which raise versions find it."""

from collections.abc import Iterator, Mapping

from dockerize_ml.plan.model import Copy, Layer, Mount, Plan, Start, Step


def images_of(plan: Plan) -> tuple[str, ...]:
    """The images from outside that have no digest yet, each once."""
    stages = {step.name for step in _steps(plan) if isinstance(step, Start)}
    found = (image for step in _steps(plan) for image in _images(step))
    return tuple(dict.fromkeys(image for image in found if image not in stages and "@" not in image))


def pinned(plan: Plan, digests: Mapping[str, str]) -> Plan:
    """The same plan with ``image:tag@sha256:…`` for every image whose digest is known."""
    stages = tuple(
        stage.model_copy(update={"steps": tuple(_pinned(step, digests) for step in stage.steps)})
        for stage in plan.stages
    )
    return plan.model_copy(update={"stages": stages})


def _steps(plan: Plan) -> Iterator[Step]:
    return (step for stage in plan.stages for step in stage.steps)


def _images(step: Step) -> Iterator[str]:
    match step:
        case Start(image=image) | Copy(origin=str(image)):
            yield image
        case Layer(mounts=mounts):
            yield from (mount.origin for mount in mounts if mount.kind == "bind")


def _pinned(step: Step, digests: Mapping[str, str]) -> Step:
    match step:
        case Start(image=image):
            return step.model_copy(update={"image": _with_digest(image, digests)})
        case Copy(origin=str(origin)):
            return step.model_copy(update={"origin": _with_digest(origin, digests)})
        case Layer(mounts=mounts):
            return step.model_copy(update={"mounts": tuple(_mounted(mount, digests) for mount in mounts)})
        case _:
            return step


def _mounted(mount: Mount, digests: Mapping[str, str]) -> Mount:
    return mount.model_copy(update={"origin": _with_digest(mount.origin, digests)})


def _with_digest(image: str, digests: Mapping[str, str]) -> str:
    return f"{image}@{digests[image]}" if image in digests else image
