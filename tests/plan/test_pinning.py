"""Images by their digest."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline
from dockerize_ml.plan.pinning import images_of, pinned
from dockerize_ml.render.renderer import render

Make = Callable[[dict[str, str]], Path]

APP = "from flask import Flask\n\napp = Flask(__name__)\n"
DIGEST = f"sha256:{'a' * 64}"


def test_every_image_from_outside_and_no_stage(folder: Make) -> None:
    plan = pipeline.generate(folder({"app.py": APP, "requirements.txt": "flask\npsycopg2\n"})).plan
    images = images_of(plan)
    assert [image.partition(":")[0] for image in images] == ["python", "ghcr.io/astral-sh/uv"]
    text = render(pinned(plan, dict.fromkeys(images, DIGEST))).dockerfile
    assert text.count(f"FROM python:3.12-slim-bookworm@{DIGEST}") == 2
    assert f"--mount=from=ghcr.io/astral-sh/uv:0.13@{DIGEST},source=/uv" in text
    assert "COPY --from=build /opt/venv" in text


def test_pinning_twice_changes_nothing(folder: Make) -> None:
    plan = pipeline.generate(folder({"app.py": APP, "requirements.txt": "flask\n"})).plan
    once = pinned(plan, dict.fromkeys(images_of(plan), DIGEST))
    assert images_of(once) == ()
    assert pinned(once, dict.fromkeys(images_of(plan), DIGEST)) == once
