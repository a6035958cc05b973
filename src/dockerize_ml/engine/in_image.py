"""Running a small Python program of ours inside an image, to look at what is in it."""

import json
import uuid
from importlib.resources import files

from dockerize_ml.engine.client import Client
from dockerize_ml.engine.container import LABEL


def look_inside(client: Client, image: str, program: str) -> object | None:
    """What a program of ``engine.inside`` prints inside an image; None where the image has no Python to run it.

    Args:
        client: the engine.
        image: where to look.
        program: the module's name: ``package_sizes``.
    """
    text = files("dockerize_ml.engine.inside").joinpath(f"{program}.py").read_text(encoding="utf-8")
    name = f"dockerize-ml-{uuid.uuid4().hex[:12]}"
    # As root, so that no file hides; without a network, so that nothing gets out.
    options = ("--network", "none", "--user", "0", "--label", f"{LABEL}={name}", "--name", name)
    try:
        done = client.call(
            "run", "--rm", "--interactive", *options, "--entrypoint", "python", image, "-", timeout=120, text=text
        )
    finally:
        client.call("rm", "--force", name)
    try:
        told: object = json.loads(done.output)
    except ValueError:
        return None
    return told
