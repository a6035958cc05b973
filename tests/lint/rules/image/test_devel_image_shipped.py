_CMD = 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]'

CATCHES = {
    "PyTorch": f"FROM ⟦pytorch/pytorch:2.5.1-cuda12.4-cudnn9-devel⟧\n{_CMD}",
    "CUDA": f"FROM nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04\nRUN pip install torch\n{_CMD}",
    "a Python program with a port": "FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nEXPOSE 80\nCMD python3 app.py",
    "in a stage on it": f"FROM ⟦nvidia/cuda:12.4.1-devel-ubuntu22.04⟧ AS a\nFROM a\n{_CMD}",
    "by an argument": f"ARG TAG=12.4.1-devel-ubuntu22.04\nFROM ⟦nvidia/cuda:$TAG⟧\n{_CMD}",
}

STAYS_QUIET = {
    "the runtime": f"FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime\n{_CMD}",
    "a compiler is used": f"FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN nvcc x.cu\n{_CMD}",
    "make is used": f"FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN make all\n{_CMD}",
    "kernels are compiled while it runs": f"FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN pip install vllm\n{_CMD}",
    "an extension is compiled": f"FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN pip install flash-attn\n{_CMD}",
    "the project is built": f"FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nRUN pip install .\n{_CMD}",
    "a builder": f"FROM nvidia/cuda:12.4.1-devel-ubuntu22.04 AS a\nFROM nvidia/cuda:12.4.1-base-ubuntu22.04\n{_CMD}",
    "no server": 'FROM nvidia/cuda:12.4.1-devel-ubuntu22.04\nCMD ["bash"]',
    "no command": "FROM nvidia/cuda:12.4.1-devel-ubuntu22.04",
    "for development": f"FROM nvidia/cuda:12.4.1-devel-ubuntu22.04 AS dev\n{_CMD}",
    "another image": f"FROM example.com/base:devel\n{_CMD}",
}

FIXES = {
    "the tag": (
        f"FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-devel\n{_CMD}",
        f"FROM pytorch/pytorch:2.5.1-cuda12.4-cudnn9-runtime\n{_CMD}",
    ),
    "in the middle": (
        f"FROM nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04 AS x\n{_CMD}",
        f"FROM nvidia/cuda:12.4.1-cudnn-runtime-ubuntu22.04 AS x\n{_CMD}",
    ),
}
