"""Whether a program wants a GPU."""

from collections.abc import Callable

import pytest

from dockerize_ml.facts.detectors.accelerator import accelerator
from dockerize_ml.facts.settle import settle
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]

WANTS: dict[str, tuple[dict[str, str], str]] = {
    "moved there whatever happens": ({"app.py": "import torch\nnet = torch.nn.Linear(1, 1).cuda()\n"}, "cuda"),
    "moved there by name": ({"app.py": 'import torch\nx = torch.ones(1).to("cuda:0")\n'}, "cuda"),
    "a device by keyword": ({"app.py": 'import torch\nx = torch.ones(1, device="cuda")\n'}, "cuda"),
    "an option's default": ({"app.py": 'p.add_argument("--device", default="cuda")\n'}, "cuda"),
    "with a way out": (
        {"app.py": 'import torch\nd = "cuda" if torch.cuda.is_available() else "cpu"\nx = torch.ones(1).to(d)\n'},
        "cpu",
    ),
    "behind a question": ({"app.py": "import torch\nif torch.cuda.is_available():\n    net.cuda()\n"}, "cpu"),
    "packages for GPUs alone": ({"requirements.txt": "vllm==0.6.0\n"}, "cuda"),
    "cupy of any CUDA": ({"requirements.txt": "cupy-cuda12x\n"}, "cuda"),
    "an extra": ({"requirements.txt": "jax[cuda12]\n"}, "cuda"),
    "a build for CUDA": ({"requirements.txt": "torch==2.1.0+cu118\n"}, "cpu"),
    "a frozen torch of Linux": ({"requirements.txt": "torch==2.1.0\nnvidia-cublas-cu12==12.1.3.1\n"}, "cpu"),
    "Cog": ({"cog.yaml": "build:\n  gpu: true\n"}, "cuda"),
    "Cog without": ({"cog.yaml": "build:\n  gpu: false\n"}, "cpu"),
    "compose": (
        {"docker-compose.yml": "services:\n  a:\n    deploy:\n      resources:\n        reservations:\n"
         "          devices:\n            - driver: nvidia\n"},
        "cuda",
    ),
    "a CUDA image": ({"Dockerfile": "FROM nvidia/cuda:12.1.1-runtime-ubuntu22.04\n"}, "cuda"),
    "conda's toolkit": ({"environment.yml": "dependencies:\n  - cudatoolkit=11.3\n  - numpy\n"}, "cpu"),
    "nothing": ({"requirements.txt": "torch\n"}, "cpu"),
}  # fmt: skip


@pytest.mark.parametrize("case", WANTS)
def test_wants(case: str, survey_of: SurveyOf) -> None:
    files, expected = WANTS[case]
    fact = settle(accelerator(survey_of(files)))
    assert fact.value == expected
    assert fact.evidence


def test_a_welcome_gpu_is_an_alternative(survey_of: SurveyOf) -> None:
    fact = settle(accelerator(survey_of({"requirements.txt": "torch==2.1.0+cu118\n"})))
    assert [loser.value for loser in fact.alternatives] == ["cuda"]
