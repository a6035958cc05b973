CATCHES = {
    "TensorFlow": "FROM tensorflow/tensorflow:2.8.0-gpu\nRUN ⟦apt-get update⟧ && apt-get install -y git",
    "an older branch": "FROM tensorflow/tensorflow:2.6.3-gpu-jupyter\nRUN apt-get update",
    "much older": "FROM tensorflow/tensorflow:1.15.2-gpu-py3\nRUN apt update",
    "PyTorch": "FROM pytorch/pytorch:1.9.0-cuda11.1-cudnn8-devel\nRUN apt-get update",
    "without a patch version": "FROM pytorch/pytorch:1.2-cuda10.0-cudnn7-devel\nRUN apt-get update",
    "in a stage on it": "FROM tensorflow/tensorflow:2.4.1-gpu AS a\nFROM a\nRUN apt-get update",
}

STAYS_QUIET = {
    "a later patch": "FROM tensorflow/tensorflow:2.7.2-gpu\nRUN apt-get update",
    "newer": "FROM tensorflow/tensorflow:2.9.1-gpu\nRUN apt-get update",
    "without a GPU": "FROM tensorflow/tensorflow:2.8.0\nRUN apt-get update",
    "PyTorch, newer": "FROM pytorch/pytorch:1.12.0-cuda11.3-cudnn8-devel\nRUN apt-get update",
    "PyTorch's runtime stands on Ubuntu": "FROM pytorch/pytorch:1.9.0-cuda11.1-cudnn8-runtime\nRUN apt-get update",
    "the newest": "FROM tensorflow/tensorflow:latest-gpu\nRUN apt-get update",
    "the list is removed": (
        "FROM tensorflow/tensorflow:2.8.0-gpu\nRUN rm /etc/apt/sources.list.d/cuda.list\nRUN apt-get update"
    ),
    "the key is replaced": (
        "FROM tensorflow/tensorflow:2.8.0-gpu\n"
        "RUN apt-key adv --fetch-keys https://a.example/3bf863cc.pub\nRUN apt-get update"
    ),
    "nothing is updated": "FROM tensorflow/tensorflow:2.8.0-gpu\nRUN pip install flask",
    "another image": "FROM example.com/tensorflow:2.8.0-gpu\nRUN apt-get update",
    "NVIDIA's own images were built anew": "FROM nvidia/cuda:11.3.1-base-ubuntu20.04\nRUN apt-get update",
}

FIXES = {
    "the lists": (
        "FROM tensorflow/tensorflow:2.8.0-gpu\nRUN apt-get update",
        (
            "FROM tensorflow/tensorflow:2.8.0-gpu\n"
            "RUN rm -f /etc/apt/sources.list.d/cuda.list /etc/apt/sources.list.d/nvidia-ml.list && apt-get update"
        ),
    ),
}
