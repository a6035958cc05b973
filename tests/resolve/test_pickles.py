"""Versions out of a model's bytes. The pickles are made here, and none is loaded."""

import bz2
import gzip
import lzma
import pickle
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml.project.project import Project
from dockerize_ml.resolve.pickles import Written, written_models

STATE = {"coef_": [1.0], "n_features_in_": 4, "_sklearn_version": "1.2.2"}
COMPRESSED: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda data: data,
    "zlib": zlib.compress,
    "gzip": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "lzma": lambda data: lzma.compress(data, format=lzma.FORMAT_ALONE),
}


def written(root: Path, name: str, data: bytes) -> list[Written]:
    (root / name).write_bytes(data)
    (root / "app.py").write_text("import joblib\n")
    return list(written_models(Project.open(root), [name]))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_protocol_tells_the_version(protocol: int, tmp_path: Path) -> None:
    (model,) = written(tmp_path, "model.pkl", pickle.dumps(STATE, protocol=protocol))
    assert model.versions == {"scikit-learn": "1.2.2"}


@pytest.mark.parametrize("compress", COMPRESSED.values(), ids=COMPRESSED.keys())
def test_joblib_may_have_compressed_it(compress: Callable[[bytes], bytes], tmp_path: Path) -> None:
    (model,) = written(tmp_path, "model.joblib", compress(pickle.dumps([b"0" * 3_000_000, STATE])))
    assert model.versions == {"scikit-learn": "1.2.2"}


def test_the_classes_tell_what_is_needed(tmp_path: Path) -> None:
    data = b"\x80\x03csklearn.svm._classes\nSVC\nq\x00" + pickle.dumps(STATE)[2:]
    (model,) = written(tmp_path, "model.pkl", data)
    assert model.modules == {"sklearn"}


def test_xgboost_writes_its_version_into_the_model(tmp_path: Path) -> None:
    (model,) = written(tmp_path, "model.json", b'{"learner":{"gradient_booster":{}},"version":[1,7,6]}')
    assert model.versions == {"xgboost": "1.7.6"}


TELLS_NOTHING = {
    "a pickle of plain data": pickle.dumps({"a": [1, 2, 3]}),
    "a Git LFS pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n",
    "a broken archive": b"\x1f\x8b\x08\x00garbage",
    "an empty file": b"",
    "the words without a version": b"_sklearn_version is a key of the state",
}


@pytest.mark.parametrize("data", TELLS_NOTHING.values(), ids=TELLS_NOTHING.keys())
def test_what_tells_nothing(data: bytes, tmp_path: Path) -> None:
    assert written(tmp_path, "model.pkl", data) == []


def named(module: str, name: str, protocol: int) -> bytes:
    """A pickle that names a class without there being one."""
    fake = type(sys)(module)
    thing = type(name, (), {"__module__": module})
    setattr(fake, name, thing)
    packages = [module.rsplit(".", count)[0] for count in range(1, module.count(".") + 1)]
    with pytest.MonkeyPatch.context() as patch:
        for package in packages:
            patch.setitem(sys.modules, package, type(sys)(package))
        patch.setitem(sys.modules, module, fake)
        return pickle.dumps({"model": thing}, protocol=protocol)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize(
    ("module", "name", "limits"),
    [
        ("scipy.sparse._csr", "csr_matrix", ["scipy>=1.8"]),
        ("scipy.sparse.csr", "csr_matrix", []),
        ("numpy._core.numeric", "_frombuffer", ["numpy>=2"]),
        ("numpy._core.numeric_of_mine", "_frombuffer", []),
        ("pandas.core.indexes.numeric", "Int64Index", ["pandas<2"]),
        ("pandas._libs.internals", "_unpickle_block", ["pandas>=1.4"]),
        ("pandas._libs.internals", "BlockPlacement", []),
        ("keras.src.legacy.preprocessing.text", "Tokenizer", ["keras>=3", "tensorflow>=2.16"]),
    ],
)
def test_modules_tell_the_versions_that_have_them(
    module: str, name: str, limits: list[str], protocol: int, tmp_path: Path
) -> None:
    found = written(tmp_path, "model.pkl", named(module, name, protocol))
    assert [f"{part.distribution}{part.versions}" for model in found for part in model.parts] == limits
