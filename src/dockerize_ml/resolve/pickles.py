"""Which library, of which version, wrote a model file: its bytes are searched as data, nothing is ever loaded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dockerize_ml.knowledge.pickled_modules import PickledModule, pickled_modules
from dockerize_ml.project.pieces import pieces
from dockerize_ml.project.place import Place
from dockerize_ml.project.project import Project

_SUFFIXES = (
    ".pkl",
    ".pickle",
    ".joblib",
    ".sav",
    ".model",
    ".dat",
    ".gz",
    ".z",
    ".bz2",
    ".xz",
    ".h5",
    ".hdf5",
    ".bin",
    ".json",
    ".ubj",
)
_MOST_FILES = 20
_MOST = 300_000_000  # bytes that are searched in one file, decompressed

_SKLEARN = re.compile(rb"_sklearn_version.{1,12}?(\d+\.\d+(?:\.\d+)?(?:\.?(?:rc|post)\d+)?)(?![\d.])", re.DOTALL)
_XGBOOST = re.compile(rb'"version":\[(\d+),(\d+),(\d+)\]')
_KERAS = re.compile(rb"keras_version.{1,64}?(\d\.\d+\.\d+)", re.DOTALL)
# A class is named by its module: `csklearn.svm._classes\nSVC`, or the same behind the length of a text.
_MODULE = re.compile(
    rb"(?:c|\x8c.|X.{4})(sklearn|xgboost|lightgbm|catboost|imblearn|category_encoders|mlxtend|sklearn_pandas|gensim|statsmodels"
    rb"|surprise|implicit|pandas|numpy|scipy|nltk|spacy|torch|keras|keras_preprocessing|tensorflow|prophet|fastai)\.",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Written:
    """What a model file tells: the packages of its classes, the versions that wrote it, modules that not all have."""

    at: Place
    modules: frozenset[str]
    versions: dict[str, str]
    parts: tuple[PickledModule, ...] = ()


def written_models(project: Project, paths: Iterable[str]) -> Iterator[Written]:
    """What the model files among these paths tell."""
    models = [path for path in paths if path.lower().endswith(_SUFFIXES)]
    for path in models[:_MOST_FILES]:
        modules: set[str] = set()
        versions: dict[str, str] = {}
        parts: dict[PickledModule, None] = {}
        for text in pieces(project.root / path, path, _MOST):
            modules |= {name.decode() for name in _MODULE.findall(text)}
            versions |= dict(_versions(text))
            parts |= {part: None for part in pickled_modules() if part.is_named_in(text)}
        if modules or versions:
            yield Written(Place(path), frozenset(modules), versions, tuple(parts))


def _versions(text: bytes) -> Iterator[tuple[str, str]]:
    if found := _SKLEARN.search(text):
        yield "scikit-learn", found[1].decode()
    if found := _XGBOOST.search(text):
        yield "xgboost", b".".join(found.groups()).decode()
    if found := _KERAS.search(text):
        yield "keras", found[1].decode()
