"""For a processor or a graphics card: what is installed, and on what it stands."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

APP = "from flask import Flask\n\napp = Flask(__name__)\n"
POETRY = '[tool.poetry]\nname = "svc"\n[tool.poetry.dependencies]\npython = "^3.11"\nflask = "^3.0"\ntorch = "^2.5"\n'
LOCK = '[[package]]\nname = "torch"\nversion = "2.5.0"\n\n[metadata]\nlock-version = "2.1"\npython-versions = "^3.11"\n'

# Requirements → what the Dockerfile says with --gpu.
ON_A_GPU = {
    "torch's wheels carry CUDA": ("torch\n", "FROM python:3.12-slim-bookworm\n"),
    "jax's extra brings it": ("jax\n", "'jax[cuda12]'"),
    "TensorFlow's extra brings it": ("tensorflow==2.16.1\n", "'tensorflow[and-cuda]'"),
    "ONNX Runtime loads it from the system": (
        "onnxruntime-gpu==1.20.1\n",
        "FROM nvidia/cuda:12.6.3-cudnn-runtime-ubuntu22.04",
    ),
    "an older one loads an older CUDA": (
        "onnxruntime-gpu==1.16.3\n",
        "FROM nvidia/cuda:11.8.0-cudnn8-runtime-ubuntu22.04",
    ),
    "an extra that nobody can install": (
        "tensorflow==2.14.0\n",
        "FROM nvidia/cuda:11.8.0-cudnn8-runtime-ubuntu22.04",
    ),
    "the same, a version later": ("tensorflow==2.15.0\n", "FROM nvidia/cuda:12.2.2-cudnn8-runtime-ubuntu22.04"),
    "and mended": ("tensorflow==2.15.1\n", "'tensorflow[and-cuda]'"),
    "TensorFlow's name for GPUs": ("tensorflow-gpu==2.8.0\n", "FROM nvidia/cuda:11.2.2-cudnn8-runtime-ubuntu20.04"),
    "cuDNN 8 under CUDA 12": ("ctranslate2==4.3.0\n", "FROM nvidia/cuda:12.2.2-cudnn8-runtime-ubuntu22.04"),
    "what loads it for another": ("faster-whisper\n", "FROM nvidia/cuda:12.6.3-cudnn-runtime-ubuntu22.04"),
    "CuPy for one CUDA alone": ("cupy-cuda112==10.0.0\n", "FROM nvidia/cuda:11.2.2-runtime-ubuntu20.04"),
    "CuPy needs no cuDNN": ("cupy-cuda12x\n", "FROM nvidia/cuda:12.6.3-runtime-ubuntu22.04"),
    "the newest CUDA of several": (
        "onnxruntime-gpu<1.19\nctranslate2==4.6.0\n",
        "FROM nvidia/cuda:12.6.3-cudnn-runtime-ubuntu22.04",
    ),
    "a version nobody knows yet": ("onnxruntime-gpu==99.0\n", "FROM nvidia/cuda:13.0.3-cudnn-runtime-ubuntu22.04"),
}


@pytest.mark.parametrize(("requirements", "words"), ON_A_GPU.values(), ids=ON_A_GPU.keys())
def test_what_a_gpu_needs(requirements: str, words: str, folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": f"flask\n{requirements}"})
    made = pipeline.generate(root, {"gpu": True})
    assert made.plan.gpu
    assert words in made.files.dockerfile
    assert "--torch-backend" not in made.files.dockerfile


WITHOUT_IMAGE = {
    "TensorFlow for CUDA 10.1": "tensorflow==2.3.1",
    "TensorFlow's name for GPUs": "tensorflow-gpu==1.15.0",
    "JAX, whose builds are elsewhere": "jax==0.4.20",
    "ONNX Runtime for CUDA 10": "onnxruntime-gpu==1.4.0",
}


@pytest.mark.parametrize("requirement", WITHOUT_IMAGE.values(), ids=WITHOUT_IMAGE)
def test_what_no_image_can_serve_is_told_of(requirement: str, folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": f"flask\n{requirement}\n"})
    made = pipeline.generate(root, {"gpu": True, "python": "3.8"})
    (note,) = [note for note in made.plan.notes if "it runs on the processor" in note.text]
    assert note.text.startswith(requirement.partition("==")[0])
    assert note.hint
    assert "FROM python:3.8-slim-bookworm" in made.files.dockerfile
    assert "[cuda12]" not in made.files.dockerfile


def test_what_is_compiled_is_compiled_where_it_runs(folder: Make) -> None:
    """A newer Debian's C library is not in the image of an older Ubuntu."""
    files = {"app.py": APP, "requirements.txt": "flask\nonnxruntime-gpu==1.16.3\nannoy\n"}
    text = pipeline.generate(folder(files), {"gpu": True}).files.dockerfile
    assert "FROM nvidia/cuda:11.8.0-cudnn8-runtime-ubuntu22.04 AS build" in text


@pytest.mark.parametrize(("version", "count"), [("99.0", 1), ("1.31.1", 0), ("1.20.1", 0)])
def test_a_version_nobody_looked_at_is_told_of(version: str, count: int, folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": f"flask\nonnxruntime-gpu=={version}\n"})
    notes = pipeline.generate(root, {"gpu": True}).plan.notes
    assert sum("the newest that we know" in note.text for note in notes) == count


def test_an_image_without_python_gets_one_that_runs_there(folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": "flask\nonnxruntime-gpu\n"})
    text = pipeline.generate(root, {"gpu": True, "python": "3.11"}).files.dockerfile
    assert "UV_PYTHON_INSTALL_DIR=/opt/python uv venv --managed-python --python 3.11 /opt/venv" in text


def test_an_image_without_python_takes_it_over_from_the_build_stage(folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": "flask\nonnxruntime-gpu\n"})
    text = pipeline.generate(root, {"gpu": True, "build-packages": ["gcc"]}).files.dockerfile
    assert "COPY --from=build /opt/python /opt/python\nCOPY --from=build /opt/venv /opt/venv" in text


def test_without_a_gpu_nothing_of_it_is_there(folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": "flask\ntensorflow\n"})
    made = pipeline.generate(root, {"gpu": False})
    assert not made.plan.gpu
    assert "cuda" not in made.files.dockerfile


def test_pip_gets_pytorchs_index(folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": "flask\ntorch\n"})
    text = pipeline.generate(root, {"installer": "pip"}).files.dockerfile
    assert "--extra-index-url https://download.pytorch.org/whl/cpu" in text
    assert "2.5 GB smaller" in text


def test_a_lock_is_heeded_and_its_owner_told(folder: Make) -> None:
    made = pipeline.generate(folder({"app.py": APP, "pyproject.toml": POETRY, "poetry.lock": LOCK}))
    assert "--torch-backend" not in made.files.dockerfile
    assert any("The lock brings PyTorch with CUDA" in note.text for note in made.plan.notes)


def test_hashes_fit_one_index_only(folder: Make) -> None:
    pinned = f"flask==3.1.0 --hash=sha256:{'a' * 64}\ntorch==2.5.0 --hash=sha256:{'b' * 64}\n"
    assert (
        "--torch-backend" not in pipeline.generate(folder({"app.py": APP, "requirements.txt": pinned})).files.dockerfile
    )


def test_a_smaller_build_that_pip_cannot_be_told_to_take_is_told_of(folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": "flask\ntensorflow==2.16.1\n"})
    made = pipeline.generate(root, {"installer": "pip"})
    assert any("`tensorflow-cpu` is the same without" in note.hint for note in made.plan.notes)
    assert "tensorflow-cpu" not in made.files.dockerfile


def test_a_pinned_tensorflow_is_installed_as_its_build_for_processors(folder: Make) -> None:
    made = pipeline.generate(folder({"app.py": APP, "requirements.txt": "flask\ntensorflow==2.16.1\n"}))
    text = made.files.dockerfile
    assert """printf '%s\\n' 'tensorflow==2.16.1 ; platform_machine != "x86_64"' > /tmp/overrides.txt""" in text
    assert "--overrides /tmp/overrides.txt" in text
    assert """'tensorflow-cpu==2.16.1 ; platform_machine == "x86_64"'""" in text
    assert "tensorflow-cpu (requirements.txt:2) is tensorflow without CUDA, about 350 MB less to download." in text
    assert not any("`tensorflow-cpu` is the same without" in note.hint for note in made.plan.notes)


# Requirements and settings → why TensorFlow is installed as it is.
AS_PINNED = {
    "a GPU is asked for": ("tensorflow==2.16.1\n", {"gpu": True}),
    "a setting asks for another": ("tensorflow==2.16.1\n", {"requirements": ["tensorflow==2.15.0"]}),
    "any version is meant": ("tensorflow\n", {}),
    "nobody looked at that version": ("tensorflow==99.0\n", {}),
    "an extra goes with it": ("tensorflow[other]==2.16.1\n", {}),
    "it is for some machines only": ("tensorflow==2.16.1 ; python_version < '3.12'\n", {}),
    "the smaller build is there": ("tensorflow==2.16.1\ntensorflow-cpu==2.16.1\n", {}),
    "hashes are told": (f"tensorflow==2.16.1 --hash=sha256:{'a' * 64}\n", {}),
}


@pytest.mark.parametrize(("requirements", "settings"), AS_PINNED.values(), ids=AS_PINNED.keys())
def test_a_pinned_tensorflow_stays_where(requirements: str, settings: dict[str, object], folder: Make) -> None:
    root = folder({"app.py": APP, "requirements.txt": f"flask\n{requirements}"})
    assert "--overrides" not in pipeline.generate(root, settings).files.dockerfile
