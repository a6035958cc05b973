"""What a pipeline of DVC or a shell script of the project's runs before its last program."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]

SCRIPT = "import sys\n\nif __name__ == '__main__':\n    print(sys.argv)\n"
FILES = {
    "requirements.txt": "numpy\n",
    "src/prepare.py": SCRIPT,
    "src/train.py": SCRIPT,
    "src/evaluate.py": SCRIPT,
    "params.yaml": "train:\n  depth: 3\n",
    "data/raw.csv": "a\n",
}
PREPARE = """\
  prepare:
    cmd: python3 src/prepare.py data/raw.csv
    deps: [data/raw.csv]
    outs: [data/prepared]
"""
TRAIN = """\
  train:
    cmd: python src/train.py --depth ${train.depth}
    deps:
    - data/prepared
    outs:
    - m.pkl
"""
EVALUATE = """\
  evaluate:
    cmd: python src/evaluate.py m.pkl
    deps: [m.pkl]
    metrics:
    - s.json:
        cache: false
"""
DVC = {
    "in the order of what they need": (
        "stages:\n" + EVALUATE + TRAIN + PREPARE,
        {},
        (
            "python src/prepare.py data/raw.csv && python src/train.py --depth 3 && exec python src/evaluate.py",
            'CMD ["m.pkl"]',
        ),
    ),
    "without the stage whose files are there": (
        "stages:\n" + PREPARE + TRAIN + EVALUATE,
        {"data/prepared/a.csv": "a\n"},
        ('"python src/train.py --depth 3 && exec python src/evaluate.py',),
    ),
    "not with a stage that stands for several": (
        "stages:\n" + PREPARE + "  each:\n    foreach: [1, 2]\n    do:\n      cmd: python src/train.py ${item}\n",
        {},
        ('ENTRYPOINT ["python", "src/train.py"]',),
    ),
    "not with a parameter that nobody sets": (
        "stages:\n" + PREPARE + TRAIN.replace("train.depth", "train.width"),
        {},
        ('ENTRYPOINT ["python", "src/train.py"]',),
    ),
}


@pytest.mark.parametrize("case", DVC)
def test_the_stages_of_dvc_are_run(case: str, folder: Make) -> None:
    stages, more, expected = DVC[case]

    made = pipeline.generate(folder({**FILES, "dvc.yaml": stages, **more})).files.dockerfile

    for words in expected:
        assert words in made


SHELL = {
    "its lines": (
        "#!/bin/sh\npip install numpy\npython prepare.py\npython train.py --fold 0\npython train.py --fold 1\n",
        ("python prepare.py && python train.py --fold 0 && exec python train.py", 'CMD ["--fold", "1"]'),
    ),
    "a single one": ("python train.py --fold 1\n", ('ENTRYPOINT ["python", "train.py"]', 'CMD ["--fold", "1"]')),
    "no loop": (
        "for fold in 0 1; do\n  python train.py --fold $fold\ndone\n",
        ('ENTRYPOINT ["python", "train.py"]',),
    ),
    "no words that only a user knows": ("python train.py --fold $1\n", ('ENTRYPOINT ["python", "train.py"]',)),
    "nothing of another kind": ("wget http://a.org/a.csv\npython train.py --fold 1\n", ('["python", "train.py"]',)),
}


@pytest.mark.parametrize("case", SHELL)
def test_the_lines_of_a_shell_script_are_run(case: str, folder: Make) -> None:
    script, expected = SHELL[case]
    files = {"requirements.txt": "numpy\n", "prepare.py": SCRIPT, "train.py": SCRIPT, "run.sh": script}

    made = pipeline.generate(folder(files)).files.dockerfile

    for words in expected:
        assert words in made
    assert ("CMD [" in made) == any("CMD" in words for words in expected)


def test_a_last_line_without_words_has_none(folder: Make) -> None:
    files = {"requirements.txt": "numpy\n", "prepare.py": SCRIPT, "train.py": SCRIPT}

    made = pipeline.generate(folder({**files, "run.sh": "python prepare.py\npython train.py\n"})).files.dockerfile

    assert "python prepare.py && exec python train.py" in made
    assert "CMD [" not in made
