"""What a Makefile gives a job that asks for words, and runs before it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
TAKES = (
    "import click\n\n\n@click.command()\n@click.argument('source')\n@click.argument('target')\n"
    "def main(source, target):\n    print(source)\n\n\nif __name__ == '__main__':\n    main()\n"
)
ALONE = "print('done')\n\nif __name__ == '__main__':\n    print('again')\n"
HEAD = "PYTHON_INTERPRETER = python3\n\nrequirements: test_environment\n\tpip install -r requirements.txt\n\n"
CHECK = "test_environment:\n\tpython test_environment.py\n\n"
TRAIN = "train: data\n\t$(PYTHON_INTERPRETER) src/models/train_model.py data/processed models\n\n"
DATA = "data: requirements\n\t@$(PYTHON_INTERPRETER) src/data/make_dataset.py data/raw data/processed\n\n"
CASES = {
    "with what comes before": (
        HEAD + TRAIN + DATA + CHECK,
        TAKES,
        (
            "python src/data/make_dataset.py data/raw data/processed && exec python src/models/train_model.py",
            'CMD ["data/processed", "models"]',
        ),
    ),
    "alone": (
        HEAD + TRAIN.replace(": data", ":"),
        TAKES,
        ('ENTRYPOINT ["python", "src/models/train_model.py"]', 'CMD ["data/processed", "models"]'),
    ),
    "words that only the user knows": (HEAD + TRAIN.replace("models\n", "$(OUT)\n"), TAKES, ('CMD ["--help"]',)),
    "a program that works without": (
        HEAD + TRAIN,
        ALONE,
        ('ENTRYPOINT ["python", "src/models/train_model.py"]',),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_its_words_are_given(case: str, folder: Make) -> None:
    makefile, program, expected = CASES[case]
    files = {
        "Makefile": makefile,
        "requirements.txt": "click\n",
        "src/__init__.py": "",
        "src/models/__init__.py": "",
        "src/models/train_model.py": program,
        "test_environment.py": ALONE,
    }
    others = {"src/data/__init__.py": "", "src/data/make_dataset.py": TAKES} if "before" in case else {}

    made = pipeline.generate(folder({**files, **others})).files.dockerfile

    for words in expected:
        assert words in made
    assert "test_environment" not in made
    assert ("CMD [" in made) == (program is TAKES)
