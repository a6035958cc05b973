import pytest

from dockerize_ml.report.build_steps import build_steps

LINES = {
    "a step of a named stage": ("#9 [build 3/9] RUN pip  install flask", ["build 3/9: RUN pip install flask"]),
    "a step of a stage without a name": ("#9 [2/4] COPY . .", ["2/4: COPY . ."]),
    "a stage with a number and a dash": ("#9 [stage-1 2/4] COPY . .", ["stage-1 2/4: COPY . ."]),
    "output of a step": ("#9 1.234 Collecting flask [1/2] x", []),
    "the end of a step": ("#9 DONE 3.4s", []),
    "BuildKit's own business": ("#1 [internal] load build definition from Dockerfile", []),
    "no line of BuildKit's": ("ERROR: failed to solve", []),
}


@pytest.mark.parametrize(("line", "told"), LINES.values(), ids=LINES)
def test_steps_are_told_and_every_line_is_a_detail(line: str, told: list[str]) -> None:
    steps: list[str] = []
    details: list[str] = []
    build_steps(steps.append, details.append)(line)
    assert steps == told
    assert details == [line]
