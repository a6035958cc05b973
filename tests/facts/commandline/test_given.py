"""What MLproject gives the job that it starts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dockerize_ml import pipeline

Make = Callable[[dict[str, str]], Path]
MLPROJECT = """\
name: tutorial
conda_env: conda.yaml
entry_points:
  main:
    parameters:
      alpha: {{type: float, default: 0.5}}
      path: {{type: string{default}}}
    command: "{command}"
  other:
    command: "python other.py"
"""
MAIN = "import sys\n\n\ndef main():\n    print(sys.argv)\n\n\nif __name__ == '__main__':\n    main()\n"


def dockerfile(folder: Make, command: str, default: str = ", default: in.csv") -> str:
    told = MLPROJECT.format(command=command, default=default)
    files = {"MLproject": told, "fit.py": MAIN, "other.py": MAIN, "requirements.txt": "mlflow\n"}
    return pipeline.generate(folder(files)).files.dockerfile


COMMANDS = {
    "by their places": ("python fit.py {alpha} {path}", 'CMD ["0.5", "in.csv"]'),
    "by their names": ("python fit.py --alpha {alpha}", 'CMD ["--alpha", "0.5"]'),
    "as a module": ("python -m fit {alpha}", 'CMD ["0.5"]'),
}


@pytest.mark.parametrize(("command", "words"), COMMANDS.values(), ids=COMMANDS)
def test_the_words_are_given_and_can_be_replaced(command: str, words: str, folder: Make) -> None:
    made = dockerfile(folder, command)
    assert 'ENTRYPOINT ["python", "fit.py"]' in made
    assert words in made


@pytest.mark.parametrize(("command", "default"), [("python fit.py", ""), ("python fit.py {path}", "")])
def test_nothing_is_given_where_nothing_stands_or_only_the_user_knows(command: str, default: str, folder: Make) -> None:
    made = dockerfile(folder, command, default)
    assert 'ENTRYPOINT ["python", "fit.py"]' in made
    assert "CMD [" not in made
