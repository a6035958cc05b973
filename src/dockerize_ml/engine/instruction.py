"""The instruction behind a layer, as the Dockerfile has it."""


def shown_instruction(created_by: str) -> str:
    """An image's record of a step, without what the engine writes around it."""
    text = created_by.removesuffix(" # buildkit").replace("/bin/sh -c #(nop)", "").replace("/bin/sh -c", "", 1)
    return " ".join(text.split())
