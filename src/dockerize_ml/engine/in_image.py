"""Running a small Python program of ours inside an image, to look at what is in it."""

import json
from importlib.resources import files

from dockerize_ml.engine.session import Session


def look_inside(session: Session, image: str, program: str, *arguments: str, root: bool = True) -> object | None:
    """What a program of ``engine.inside`` prints inside an image; None where the image has no Python to run it.

    Args:
        session: what the container belongs to.
        image: where to look.
        program: the module's name: ``package_sizes``.
        arguments: what the program is told.
        root: run it as root, from whom no file hides; else as the image's own user.
    """
    text = files("dockerize_ml.engine.inside").joinpath(f"{program}.py").read_text(encoding="utf-8")
    # Without a network, so that nothing gets out, and without rights that looking does not need.
    options = ["--rm", "--interactive", "--network=none", "--label", session.label, "--entrypoint=python"]
    options += ["--user=0"] if root else ["--cap-drop=ALL", "--security-opt=no-new-privileges"]
    done = session.client.call("run", *options, image, "-", *arguments, timeout=120, text=text)
    try:
        told: object = json.loads(done.output)
    except ValueError:
        return None
    return told
