import re

import pytest

from dockerize_ml.knowledge.gpu import (
    cpu_build,
    cuda_image,
    cuda_images,
    cuda_need,
    lowest_driver,
    torch_index,
)


def test_indexes_are_pytorch_s_own() -> None:
    assert torch_index("cpu") == "https://download.pytorch.org/whl/cpu"
    assert torch_index("cu126") == "https://download.pytorch.org/whl/cu126"


def test_cpu_builds() -> None:
    torch, tensorflow = cpu_build("torch"), cpu_build("tensorflow")
    assert torch is not None
    assert tensorflow is not None
    assert (torch.replacement, torch.index_url) == ("", torch_index("cpu"))
    assert torch.saved_megabytes > 1000
    assert (tensorflow.replacement, tensorflow.index_url) == ("tensorflow-cpu", "")
    assert cpu_build("numpy") is None


NEEDS = {
    "torch brings its own": ("torch", "2.3.0", True, "", None),
    "tensorflow before it brought its own": ("tensorflow", "2.10.1", False, "11.2", 8),
    "tensorflow with its extra": ("tensorflow", "2.16.1", True, "", None),
    "onnxruntime of today": ("onnxruntime-gpu", None, False, "13.0", 9),
    "onnxruntime of CUDA 12": ("onnxruntime-gpu", "1.26.0", False, "12.6", 9),
    "onnxruntime of 2023": ("onnxruntime-gpu", "1.16.3", False, "11.8", 8),
}


@pytest.mark.parametrize(("name", "version", "bundled", "cuda", "cudnn"), NEEDS.values(), ids=NEEDS.keys())
def test_what_a_gpu_needs(name: str, version: str | None, *, bundled: bool, cuda: str, cudnn: int | None) -> None:
    need = cuda_need(name, version)
    assert need is not None
    assert (need.bundled, need.cuda, need.cudnn) == (bundled, cuda, cudnn)
    assert cuda_need("flask", None) is None


IMAGES = {
    "the newest patch": ("12.6", "12.6.3-cudnn-runtime-ubuntu24.04"),
    "an exact version": ("12.1.0", "12.1.0-cudnn8-runtime-ubuntu22.04"),
    "the nearest below": ("12.7", "12.6.3-cudnn-runtime-ubuntu24.04"),
    "newer than the table": ("99.0", "13.2.1-cudnn-runtime-ubuntu24.04"),
    "older than the table": ("9.0", "11.0.3-cudnn8-runtime-ubuntu20.04"),
    "two digits compare as numbers": ("11.8", "11.8.0-cudnn8-runtime-ubuntu22.04"),
}


@pytest.mark.parametrize(("cuda", "tag"), IMAGES.values(), ids=IMAGES.keys())
def test_an_image_for_a_cuda_version(cuda: str, tag: str) -> None:
    assert cuda_image(cuda).tag("cudnn-runtime") == tag


def test_tags_without_cudnn() -> None:
    assert cuda_image("12.4").tag("base", "22.04") == "12.4.1-base-ubuntu22.04"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", image.cuda) for image in cuda_images())


def test_drivers() -> None:
    assert lowest_driver("12.4") == "525.60.13"
    assert lowest_driver("7.5") is None
