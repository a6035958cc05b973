"""Which missing libraries count, and what may not lie in a layer."""

import pytest

from dockerize_ml.engine.image_checks import _caches, _secrets, _tools, _wanted
from dockerize_ml.engine.layers import LayerFiles

SITE = "/opt/venv/lib/python3.12/site-packages"


def test_what_only_a_desktop_loads_may_ask_for_anything() -> None:
    plugins = [f"{SITE}/cv2/qt/plugins/platforms/libqxcb.so", f"{SITE}/opencv_python.libs/libQt5XcbQpa-bb93.so.5.15"]
    own = f"{SITE}/cv2/cv2.abi3.so"
    told = {"missing": {"libSM.so.6": plugins, "libGL.so.1": [*plugins, own], "libcuda.so.1": [own]}}
    assert _wanted(told) == {"libGL.so.1": [own]}


SECRET = {
    "in the program's folder": "app/.env",
    "in the folder that Docker's own Python examples use": "usr/src/app/config/.env",
    "a key of the user's": "home/app/.ssh/id_rsa",
    "of a cloud": "root/.aws/credentials",
}
NO_SECRET = {
    "certificates of the distribution": "etc/ssl/certs/ca-certificates.pem",
    "certificates of a package": f"{SITE}/certifi/cacert.pem".lstrip("/"),
    "certifi's own list, unpacked": "tmp/tmpqz8s_vckcacert.pem",
    "a certificate of Python's own": "usr/local/lib/python3.12/site-packages/pip/_vendor/certifi/cacert.pem",
    "the program": "app/app.py",
}


@pytest.mark.parametrize("path", SECRET.values(), ids=SECRET.keys())
def test_a_secret_is_told_with_its_layer(path: str) -> None:
    row = _secrets((LayerFiles("COPY . .", {path: 10, "app/app.py": 3}), LayerFiles("RUN rm it", {})))
    assert (row.status, row.detail) == ("failed", f"/{path} (COPY . .)")


@pytest.mark.parametrize("path", NO_SECRET.values(), ids=NO_SECRET.keys())
def test_what_everybody_has_is_no_secret(path: str) -> None:
    assert _secrets((LayerFiles("FROM x", {path: 10}),)).status == "ok"


CACHES = {
    "pip's": ("root/.cache/pip/http/a/b", "pip's downloads"),
    "uv's in a user's home": ("home/app/.cache/uv/wheels/x", "uv's downloads"),
    "apt's": ("var/lib/apt/lists/mirror.example.org_x", "apt's lists"),
    "conda's": ("opt/conda/pkgs/numpy-2.conda", "conda's packages"),
}


@pytest.mark.parametrize(("path", "words"), CACHES.values(), ids=CACHES.keys())
def test_a_cache_is_told_with_its_size_and_what_mends_it(path: str, words: str) -> None:
    (row,) = _caches((LayerFiles("RUN install", {path: 40_000_000}),))
    assert (row.status, row.figure, words in row.detail, bool(row.hint)) == ("failed", "40 MB", True, True)


def test_a_few_megabytes_are_none() -> None:
    (row,) = _caches((LayerFiles("RUN install", {"root/.cache/pip/x": 1_000_000}),))
    assert row.status == "ok"


def test_a_compiler_is_something_to_look_at() -> None:
    row = _tools((LayerFiles("RUN apt-get install gcc", {"usr/bin/x86_64-linux-gnu-gcc-12": 1, "usr/bin/git": 1}),))
    assert row.status == "warning"
    assert "a C compiler (/usr/bin/x86_64-linux-gnu-gcc-12)" in row.detail
    assert "git" in row.detail


def test_a_program_that_is_named_like_one_is_none() -> None:
    assert _tools((LayerFiles("COPY . .", {"app/gcc": 1, "usr/bin/gcc.txt": 1, "usr/bin/python3": 1}),)).status == "ok"
