"""The folders of data and the biggest files of the project."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.files_opened import files_opened
from dockerize_ml.facts.outside import DataFolder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_NAMES = frozenset(
    {"data", "dataset", "datasets", "raw", "raw_data", "corpus", "images", "train", "test_data", "samples"}
)
_SUFFIXES = frozenset(
    {
        *(".csv", ".tsv", ".parquet", ".feather", ".arrow", ".jsonl", ".xlsx", ".xls", ".h5", ".hdf5", ".npz", ".npy"),
        *(
            ".jpg",
            ".jpeg",
            ".png",
            ".tif",
            ".tiff",
            ".wav",
            ".mp3",
            ".mp4",
            ".avi",
            ".zip",
            ".gz",
            ".tar",
            ".db",
            ".sqlite",
        ),
    }
)
_BIG = 1_000_000
_MOST = 10
# Bytes: what is only named is not worth an image that nobody can push.
_MOST_NAMED = 1_000_000_000
_SETTINGS = (".yaml", ".yml", ".toml", ".json", ".ini", ".cfg", ".conf")
_LARGEST_SETTINGS = 100_000
_MOST_NAMES = 200
# `ROOT / "data"`, `join(ROOT, "data")`, `"data/x.csv"`, `DATA_DIR = "data"`; not the key of `answer["data"]`.
_IN_PATH = r"""(?xm)
    /\s*["']{name}["']
    | \bjoin\([^()\n]*["']{name}["']
    | ["'](?:[\w.-]*/)*{name}/
    | ^[^#\n]*(?i:dir|path|folder|root)\w*\s*(?::[^=\n]*)?=[^#\n=]*["'](?:[\w.-]*/)*{name}["']
    """
# Asking the disk for the size of every file of a huge folder would take longer than all the rest.
_MOST_ASKED = 30_000


def biggest_files(survey: Survey) -> tuple[tuple[str, int], ...]:
    """The biggest files of a megabyte and more, with their bytes."""
    sizes = ((path, survey.project.size(path)) for path in survey.project.files[:_MOST_ASKED])
    big = sorted(((path, size) for path, size in sizes if size >= _BIG), key=lambda each: -each[1])
    return tuple(big[:_MOST])


def data_folders(survey: Survey) -> tuple[DataFolder, ...]:
    """Top-most folders named for data that hold files of data, the biggest first."""
    held: dict[str, list[str]] = {}
    for path in survey.project.files:
        if path[path.rfind(".") :].lower() in _SUFFIXES:
            folder = _data_folder(path.rpartition("/")[0])
            held.setdefault(folder, []).append(path)
    held.pop("", None)
    opened = tuple(file.path for file in files_opened(survey) if file.exists)
    sizes = {folder: sum(map(survey.project.size, paths[:_MOST_ASKED])) for folder, paths in held.items()}
    biggest = sorted(held, key=lambda folder: -sizes[folder])[:_MOST]
    code = tuple(survey.text(path) for path in survey.program_files) if biggest else ()
    return tuple(
        DataFolder(
            path=folder,
            files=len(held[folder]),
            bytes=sizes[folder],
            is_opened=any(path.startswith(f"{folder}/") for path in opened)
            or (sizes[folder] <= _MOST_NAMED and _is_named(survey, code, folder, held[folder])),
        )
        for folder in biggest
    )


def _is_named(survey: Survey, code: tuple[str, ...], folder: str, paths: list[str]) -> bool:
    """Whether the program's own text has the folder in a path, or it or a settings file one of the folder's files."""
    in_path = re.compile(_IN_PATH.replace("{name}", re.escape(folder.rpartition("/")[2]).replace(" ", r"[ ]")))
    if any(in_path.search(text) for text in code):
        return True
    names = sorted({path.rpartition("/")[2] for path in paths})[:_MOST_NAMES]
    named = re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
    return any(named.search(text) for text in (*code, *_settings(survey)))


def _settings(survey: Survey) -> Iterator[str]:
    for path in survey.project.files:
        if path.endswith(_SETTINGS) and survey.project.size(path) <= _LARGEST_SETTINGS:
            yield survey.text(path)


@lru_cache(maxsize=4096)
def _data_folder(folder: str) -> str:
    """The first folder of the path that is named for data, or nothing."""
    parts = folder.split("/")
    return next(("/".join(parts[: index + 1]) for index, part in enumerate(parts) if part.lower() in _NAMES), "")
