"""Debian packages in the release of the image."""

from collections.abc import Callable
from pathlib import Path

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

APP = "from flask import Flask\nimport cv2\n\napp = Flask(__name__)\n"


def dockerfile(root: Path, **settings: object) -> str:
    return pipeline.generate(root, settings).files.dockerfile


def test_another_release_has_other_names_in_instruction_and_reason(folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": "flask\nopencv-python\n"})
    assert "libgl1, libglib2.0-0: opencv-python needs them" in dockerfile(root)
    text = dockerfile(root, debian="trixie")
    assert "        libglib2.0-0t64 \\\n" in text
    assert "libgl1, libglib2.0-0t64: opencv-python needs them (requirements.txt:2)" in text


def test_what_a_release_has_not_is_left_out(folder: Make) -> None:
    root = folder({"app.py": APP.replace("cv2", "pdfkit"), "requirements.txt": "flask\npdfkit\n"})
    assert "wkhtmltopdf" in dockerfile(root)
    assert "wkhtmltopdf" not in dockerfile(root, debian="trixie").replace("pdfkit", "")


def test_its_owner_hears_of_what_needs_less(folder: Make) -> None:
    notes = pipeline.generate(folder({"app.py": APP, "requirements.txt": "flask\nopencv-python\n"})).plan.notes
    (note,) = [note for note in notes if "opencv" in note.text]
    assert note.text == "opencv-python (requirements.txt:2) needs libgl1 and libglib2.0-0."
    assert note.hint.startswith("`opencv-python-headless` does not.")


def test_the_users_own_packages_are_written_as_they_are(folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": "flask\n"})
    assert "        libssl3 \\\n" in dockerfile(root, debian="trixie", apt_packages=["libssl3"])


def test_java_gets_the_folder_that_it_links_into(folder: Make) -> None:
    root = folder({"app.py": APP.replace("cv2", "pyspark"), "requirements.txt": "flask\npyspark==3.5.1\n"})
    made = "RUN apt-get update \\\n    && install --directory /usr/share/man/man1 \\\n    && apt-get install"
    assert made in dockerfile(root)
    assert "man1" not in dockerfile(folder({"app.py": APP, "requirements.txt": "flask\nopencv-python\n"}))
