"""The stream of ``docker save``, in both of its layouts, as a client prints it."""

import io
import json
import stat
import tarfile
from pathlib import Path

import pytest

from dockerize_ml.engine.client import Client
from dockerize_ml.engine.layers import LayerFiles, layers
from dockerize_ml.errors import EngineError

HISTORY = [
    {"created_by": "/bin/sh -c #(nop) ADD file:1 in /"},
    {"created_by": "ENV A=1", "empty_layer": True},
    {"created_by": "COPY . . # buildkit"},
]
BASE = {"etc/os-release": b"ID=debian\n"}
COPIED = {"srv/app.py": b"print()\n", "srv/.env": b"KEY=1\n"}


def archive(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def saved(config: str, first: str, second: str) -> bytes:
    manifest = [{"Config": config, "RepoTags": ["x:1"], "Layers": [first, second]}]
    # The layers need not come in their order.
    return archive(
        {
            second: archive(COPIED),
            config: json.dumps({"history": HISTORY}).encode(),
            first: archive(BASE),
            "manifest.json": json.dumps(manifest).encode(),
        }
    )


LAYOUTS = {
    "as OCI has it": ("blobs/sha256/c", "blobs/sha256/1", "blobs/sha256/2"),
    "as older engines have it": ("c.json", "1/layer.tar", "2/layer.tar"),
}


def client_that_prints(folder: Path, content: bytes) -> Client:
    (folder / "saved.tar").write_bytes(content)
    docker = folder / "docker"
    docker.write_text(f"#!/bin/sh\ncat {folder}/saved.tar\n")
    docker.chmod(docker.stat().st_mode | stat.S_IXUSR)
    return Client(str(docker), "28")


@pytest.mark.parametrize("names", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layer_has_its_instruction_and_its_files(names: tuple[str, str, str], tmp_path: Path) -> None:
    assert layers(client_that_prints(tmp_path, saved(*names)), "x:1") == (
        LayerFiles("ADD file:1 in /", {"etc/os-release": 10}),
        LayerFiles("COPY . .", {"srv/app.py": 8, "srv/.env": 6}),
    )


WHOLE = saved("c.json", "1/layer.tar", "2/layer.tar")
MANIFEST = WHOLE.index(b"manifest.json")


@pytest.mark.parametrize("end", [0, 300, 700, 1100, 1600, 12_000, MANIFEST, MANIFEST + 512, MANIFEST + 530])
def test_a_stream_that_breaks_off_is_told(end: int, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="broke off"):
        layers(client_that_prints(tmp_path, WHOLE[:end]), "x:1")
