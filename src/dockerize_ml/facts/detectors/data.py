"""The folders of data and the biggest files of the project."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
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


def biggest_files(survey: Survey) -> tuple[tuple[str, int], ...]:
    """The biggest files of a megabyte and more, with their bytes."""
    sizes = ((path, survey.project.size(path)) for path in survey.project.files)
    big = sorted(((path, size) for path, size in sizes if size >= _BIG), key=lambda each: -each[1])
    return tuple(big[:_MOST])


def data_folders(survey: Survey) -> tuple[DataFolder, ...]:
    """Top-most folders named for data or holding mostly data, the biggest first."""
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in survey.project.files:
        folder = _data_folder(path)
        if folder is not None:
            counts[folder] += 1
            sizes[folder] += survey.project.size(path)
    opened = tuple(file.path for file in files_opened(survey) if file.exists)
    found = (
        DataFolder(
            path=folder,
            files=counts[folder],
            bytes=sizes[folder],
            is_opened=any(path.startswith(f"{folder}/") for path in opened),
        )
        for folder in counts
    )
    return tuple(sorted(found, key=lambda folder: -folder.bytes)[:_MOST])


def _data_folder(path: str) -> str | None:
    """The first folder of the path that is named for data, for a file that looks like data."""
    file = PurePosixPath(path)
    if file.suffix.lower() not in _SUFFIXES:
        return None
    parts = file.parts[:-1]
    return next(("/".join(parts[: index + 1]) for index, part in enumerate(parts) if part.lower() in _NAMES), None)
