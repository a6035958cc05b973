"""A plan as text: readable, held against the plan, and open to a user's own templates."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockerize_ml.dockerfile import parse
from dockerize_ml.errors import ConfigError, ProjectError
from dockerize_ml.plan import model
from dockerize_ml.plan.model import (
    Command,
    Copy,
    Environment,
    Healthcheck,
    IgnoreGroup,
    Install,
    Layer,
    Mount,
    Plan,
    Shell,
    Stage,
    Start,
    Step,
    Venv,
)
from dockerize_ml.render.renderer import render
from dockerize_ml.render.templates import folder


def plan_of(*steps: Step) -> Plan:
    stage = Stage(title="The image.", steps=(Start(image="python:3.12-slim"), *steps))
    return Plan(header=("A test.",), stages=(stage,), ignore_header="Ignored.", ignore=(), tag="test")


def dockerfile(*steps: Step) -> str:
    return render(plan_of(*steps)).dockerfile


def test_a_step_is_written_below_its_reasons() -> None:
    text = dockerfile(Copy(sources=("app.py",), target="./", why=("The program.",)))
    assert text.endswith("\n\n# The program.\nCOPY app.py ./\n")


def test_commands_of_one_layer_stand_below_each_other_behind_what_they_mount() -> None:
    commands = (Venv(installer="uv", path="/opt/venv"), Install(installer="uv", packages=("flask",)))
    mounts = (Mount(kind="cache", target="/root/.cache/uv"),)
    assert dockerfile(Layer(commands=commands, mounts=mounts)).endswith(
        "RUN --mount=type=cache,target=/root/.cache/uv \\\n    uv venv /opt/venv \\\n"
        "    && uv pip install --no-cache-dir \\\n        flask\n"
    )


def test_the_same_plan_gives_the_same_bytes() -> None:
    plan = plan_of(Environment(variables=(("A", "1"), ("B", "2"))))
    assert render(plan) == render(plan)


def test_every_step_has_its_template_and_every_template_its_step() -> None:
    kinds = {step.model_construct().kind for step in vars(model).values() if _is(step, Step) and not _is(step, Shell)}
    assert kinds == {path.stem for path in (folder() / "steps").iterdir()}
    commands = {command.model_construct().kind for command in vars(model).values() if _is(command, Shell)}
    assert commands == {path.stem for path in (folder() / "commands").iterdir()}


def _is(thing: object, kind: type[Step]) -> bool:
    return isinstance(thing, type) and issubclass(thing, kind) and thing not in {Step, Shell}


def test_variables_stand_in_lines_of_their_own() -> None:
    text = dockerfile(Environment(path="/opt/venv/bin", variables=(("A", "1"), ("B", "x y"))))
    assert 'ENV PATH=/opt/venv/bin:$PATH \\\n    A=1 \\\n    B="x y"\n' in text


def test_the_health_check_asks_without_curl() -> None:
    parsed = parse(dockerfile(Healthcheck(port=8000, path="/health")))
    check = parsed.instructions[-1]
    assert check.keyword == "HEALTHCHECK"
    assert "('127.0.0.1', 8000, timeout=4)" in check.body.text
    assert "'/health'" in check.body.text


def test_a_health_path_with_a_quote_stays_inside_its_string() -> None:
    text = dockerfile(Healthcheck(port=8000, path="/a'); import os; os.abort(); ('"))
    assert len(parse(text).instructions) == 2


def test_a_name_that_no_dockerfile_can_hold_is_the_users_to_rename() -> None:
    with pytest.raises(ProjectError, match="cannot be written"):
        dockerfile(Copy(sources=("a\nRUN evil",), target="./"))


FOREIGN = st.text(min_size=1, max_size=40)


# Templates are compiled anew each time, which a busy machine does slowly.
@settings(deadline=None)
@given(name=FOREIGN, value=FOREIGN, argument=FOREIGN, reason=FOREIGN, pattern=FOREIGN)
def test_nothing_from_a_project_becomes_an_instruction(
    name: str, value: str, argument: str, reason: str, pattern: str
) -> None:
    plan = plan_of(
        Copy(sources=(name,), target="./", why=(reason,)),
        Environment(variables=(("KEY", value),)),
        Command(arguments=("python", argument)),
    ).model_copy(update={"ignore": (IgnoreGroup(why=reason, patterns=(pattern,)),)})
    try:
        rendered = render(plan)
    except ProjectError:
        return
    instructions = parse(rendered.dockerfile).instructions
    assert [each.keyword for each in instructions] == ["FROM", "COPY", "ENV", "CMD"]
    assert [word.value for word in instructions[-1].exec or ()] == ["python", argument]
    wanted = [line for line in rendered.dockerignore.splitlines() if line and not line.startswith("#")]
    assert wanted == [pattern]


def test_a_user_may_replace_one_step() -> None:
    plan = plan_of(Copy(sources=("app.py",), target="./"))
    assert (
        "COPY --link app.py ./"
        in render(plan, {"steps/copy.j2": "COPY --link {{ step.sources[0] | path }} ./"}).dockerfile
    )


def test_a_user_may_replace_one_block() -> None:
    own = '{% extends "dockerize-ml/Dockerfile.j2" %}{% block header %}# Ours.\n{% endblock %}'
    text = render(plan_of(), {"Dockerfile.j2": own}).dockerfile
    assert text.startswith("# Ours.\n")
    assert "FROM python:3.12-slim" in text


def test_a_users_broken_template_is_an_error_with_its_place() -> None:
    with pytest.raises(ConfigError) as caught:
        render(plan_of(), {"Dockerfile.j2": "ok\n{% if %}"})
    assert caught.value.line == 2


def test_a_users_template_that_writes_no_dockerfile_is_refused() -> None:
    with pytest.raises(ConfigError, match="no Dockerfile"):
        render(plan_of(), {"Dockerfile.j2": "hello"})


def test_a_user_template_cannot_reach_python() -> None:
    with pytest.raises(ConfigError):
        render(plan_of(), {"Dockerfile.j2": "{{ plan.__class__.__mro__ | string | comment }}"})


def test_templates_lie_beside_the_package_or_in_it() -> None:
    assert (folder() / "Dockerfile.j2").is_file()
    package = importlib.util.find_spec("dockerize_ml")
    assert package is not None
    assert (
        Path(package.origin or "").parent in folder().parents or folder().parent in Path(package.origin or "").parents
    )
