"""What rules may ask about a file."""

from __future__ import annotations

from pathlib import Path

from dockerize_ml.dockerfile import Instruction, parse
from dockerize_ml.lint import Settings
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.pragmas import read_pragmas


def context(text: str) -> Context:
    file = parse(text)
    return Context(file, Settings(), folder=Path("here"), pragmas=read_pragmas(file))


def last(asked: Context, keyword: str = "RUN") -> Instruction:
    return [instruction for instruction in asked.file.instructions if instruction.keyword == keyword][-1]


def test_a_stage_inherits_shell_user_and_workdir() -> None:
    asked = context('FROM a:1 AS x\nSHELL ["/bin/bash", "-c"]\nUSER app\nWORKDIR "/srv"\nFROM x\nRUN true\n')
    state = asked.state(last(asked))
    assert (state.shell, state.user, state.workdir) == (("/bin/bash", "-c"), "app", "/srv")


def test_an_image_from_outside_begins_anew() -> None:
    asked = context('FROM a:1 AS x\nSHELL ["/bin/bash", "-c"]\nUSER app\nFROM b:1\nRUN true\n')
    state = asked.state(last(asked))
    assert (state.shell, state.user, state.workdir) == (("/bin/sh", "-c"), None, None)


def test_env_after_shell_changes_nothing() -> None:
    asked = context('FROM a:1\nSHELL ["/bin/bash", "-c"]\nENV A=b\nARG C\nRUN true\n')
    assert asked.state(last(asked)).shell == ("/bin/bash", "-c")


def test_onbuild_sees_the_shell_that_onbuild_set() -> None:
    asked = context('FROM a:1\nONBUILD SHELL ["/bin/bash", "-c"]\nONBUILD RUN true\nRUN true\n')
    trigger = last(asked, "ONBUILD").trigger
    assert trigger is not None
    assert asked.state(trigger).shell == ("/bin/bash", "-c")
    assert asked.state(last(asked)).shell == ("/bin/sh", "-c")


def test_a_comment_may_name_the_shell() -> None:
    asked = context("# hadolint shell=pwsh\nFROM a:1\nRUN true\nFROM b:1\n# hadolint shell=bash\nRUN true\n")
    assert [asked.state(instruction).shell[0] for stage in asked.stages for instruction in stage.instructions] == [
        "pwsh",
        "bash",
    ]


def test_env_is_found_in_the_stage_and_its_parents() -> None:
    asked = context("FROM a:1 AS x\nENV A=1\nARG B=2\nFROM x\nRUN true\nENV C=3\n")
    run = last(asked)
    assert [asked.env(run, name) for name in "ABC"] == ["1", None, None]


def test_which_stages_reach_the_image() -> None:
    asked = context(
        "FROM a:1 AS x\nFROM b:1 AS y\nFROM x AS z\nFROM z\nCOPY --from=y /a /b\nCOPY --from=nobody /a /b\n"
    )
    assert asked.shipped == {0, 2, 3}
    assert asked.bases == {0, 2}
    assert asked.copied_from == {1}


def test_earlier_stages_by_name_and_number() -> None:
    asked = context("FROM a:1 AS Build\nFROM b:1\n")
    assert asked.earlier_stage("build", 1)
    assert asked.earlier_stage("0", 1)
    assert not asked.earlier_stage("build", 0)
    assert not asked.earlier_stage("1", 1)


def test_mounts_keep_a_folder_out_of_the_layer() -> None:
    asked = context(
        "FROM a:1\n"
        "RUN --mount=type=cache,target=/root/.cache/ --mount=type=bind,from=x,dst=/src \\\n"
        "    --mount=type=tmpfs,target=/tmp true\n"
    )
    run = last(asked)
    assert [(mount.type, mount.target, mount.source_image) for mount in asked.mounts(run)] == [
        ("cache", "/root/.cache/", None),
        ("bind", "/src", "x"),
        ("tmpfs", "/tmp", None),
    ]
    assert asked.is_mounted(run, "/root/.cache/pip", "/tmp")
    assert not asked.is_mounted(run, "/root/.cached")
    assert not asked.is_mounted(run, "/src/a")


def test_commands_are_known_by_name_through_others() -> None:
    asked = context('FROM a:1\nRUN sudo /opt/venv/bin/pip install x && sh -c "pip install y"\n')
    assert [command.words[-1].value for command in asked.commands(last(asked), "pip")] == ["x", "y"]


def test_who_looks_around_is_noted() -> None:
    asked = context("FROM a:1\n")
    assert not asked.looked_around
    assert asked.folder == Path("here")
    assert asked.looked_around
