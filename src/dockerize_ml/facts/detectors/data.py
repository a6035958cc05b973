"""The folders of data and the biggest files of the project."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.files_opened import files_opened
from dockerize_ml.facts.outside import DataFolder

if TYPE_CHECKING:
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
    found = (
        DataFolder(
            path=folder,
            files=len(paths),
            bytes=sum(map(survey.project.size, paths[:_MOST_ASKED])),
            is_opened=any(path.startswith(f"{folder}/") for path in opened),
        )
        for folder, paths in held.items()
    )
    return tuple(sorted(found, key=lambda folder: -folder.bytes)[:_MOST])


@lru_cache(maxsize=4096)
def _data_folder(folder: str) -> str:
    """The first folder of the path that is named for data, or nothing."""
    parts = folder.split("/")
    return next(("/".join(parts[: index + 1]) for index, part in enumerate(parts) if part.lower() in _NAMES), "")
