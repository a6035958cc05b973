CATCHES = {
    "the runtime": "FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04\nRUN pip install ⟦torch==2.5.1⟧",
    "cuDNN": "FROM nvidia/cuda:12.4.1-cudnn-runtime-ubuntu22.04\nRUN pip3 install torch torchvision",
    "the compilers": "FROM nvidia/cuda:11.8.0-cudnn8-devel-ubuntu22.04\nRUN pip install torch",
    "by uv": "FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04\nRUN uv pip install --system torch",
    "PyTorch's index for CUDA": (
        "FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04\n"
        "RUN pip install torch --index-url https://download.pytorch.org/whl/cu124"
    ),
    "JAX": 'FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN pip install ⟦"jax[cuda12]"⟧',
}

STAYS_QUIET = {
    "the base": "FROM nvidia/cuda:12.4.1-base-ubuntu22.04\nRUN pip install torch",
    "JAX uses the system's": 'FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN pip install "jax[cuda12-local]"',
    "without CUDA": (
        "FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04\n"
        "RUN pip install torch --index-url https://download.pytorch.org/whl/cpu"
    ),
    "something is compiled": "FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN pip install torch flash-attn",
    "something is compiled while it runs": "FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN pip install torch deepspeed",
    "something else loads it": "FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04\nRUN pip install torch onnxruntime-gpu",
    "the project is built": "FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN pip install torch && pip install .",
    "a list may name more": "FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04\nRUN pip install torch -r requirements.txt",
    "a builder": (
        "FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN pip install torch\nFROM nvidia/cuda:12.4.1-base-ubuntu22.04"
    ),
    "no torch": "FROM nvidia/cuda:12.4.1-runtime-ubuntu22.04\nRUN pip install flask",
    "another image": "FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime\nRUN pip install torch",
    "a tag that does not tell": "FROM nvidia/cuda:12.4.1\nRUN pip install torch",
}

FIXES = {
    "the tag": (
        "FROM nvidia/cuda:12.4.1-cudnn-runtime-ubuntu22.04\nRUN pip install torch",
        "FROM nvidia/cuda:12.4.1-base-ubuntu22.04\nRUN pip install torch",
    ),
    "not an argument's": (
        "ARG T=12.4.1-runtime-ubuntu22.04\nFROM nvidia/cuda:$T\nRUN pip install torch",
        "ARG T=12.4.1-runtime-ubuntu22.04\nFROM nvidia/cuda:$T\nRUN pip install torch",
    ),
}
