CATCHES = {
    "no patch version": "FROM ⟦nvidia/cuda:11.8-runtime-ubuntu22.04⟧",
    "an old one": "FROM nvidia/cuda:10.2-base-ubuntu18.04",
    "an old one with its patch version": "FROM nvidia/cuda:9.2.148-runtime",
    "no tag": "FROM nvidia/cuda",
    "latest": "FROM nvidia/cuda:latest",
    "by an argument's default": "ARG CUDA=11.3\nFROM nvidia/cuda:${CUDA}-base-ubuntu20.04",
    "by its long name": "FROM docker.io/nvidia/cuda:11.0-base",
}

STAYS_QUIET = {
    "it is there": "FROM nvidia/cuda:12.4.1-base-ubuntu22.04",
    "a newer one than we know": "FROM nvidia/cuda:14.0.1-base-ubuntu26.04",
    "a digest": f"FROM nvidia/cuda:10.2-base@sha256:{'a' * 64}",
    "an argument without a default": "ARG CUDA\nFROM nvidia/cuda:${CUDA}-base-ubuntu22.04",
    "another registry": "FROM nvcr.io/nvidia/cuda:11.4-base-ubuntu20.04",
    "a mirror": "FROM example.com/nvidia/cuda:10.2-base",
    "another image": "FROM nvidia/cuda-samples:10.2",
    "a tag of another kind": "FROM nvidia/cuda:custom",
    "an earlier stage": "FROM debian:12-slim AS nvidia/cuda\nFROM nvidia/cuda:12.4.1-base-ubuntu22.04",
}
