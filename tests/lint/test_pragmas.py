"""Comments that switch rules off, in three languages."""

from __future__ import annotations

import pytest

from dockerize_ml.lint import Settings, Source, lint
from dockerize_ml.lint.registry import nearest

SETTINGS = Settings(select=("DL3006", "DL3002", "DL3011", "DL3025", "ML001", "ML002"), shellcheck=False, cache=False)
FULL = "FROM ubuntu\nUSER root\nEXPOSE 80000\nCMD a\n"

SILENCED = {
    "hadolint, one": ("FROM ubuntu\n# hadolint ignore=DL3002\nUSER root", {"DL3002"}),
    "hadolint, several with blanks": ("# hadolint ignore = DL3006 , DL3002\nFROM ubuntu\nUSER app", {"DL3006"}),
    "hadolint, with a reason": ("# hadolint ignore=DL3006 # it is ours\nFROM ubuntu", {"DL3006"}),
    "hadolint, behind blanks": ("FROM a:1\n  # hadolint ignore=DL3002\nUSER root", {"DL3002"}),
    "a comment in between": ("# hadolint ignore=DL3006\n# it is ours\nFROM ubuntu", {"DL3006"}),
    "by name": ("# hadolint ignore=tag-base-image\nFROM ubuntu", {"DL3006"}),
    "hadolint, the file": ("# hadolint global ignore=DL3006,DL3002\nFROM a\nUSER root\nFROM b", {"DL3006", "DL3002"}),
    "hadolint, a stage": (
        "# hadolint stage ignore=DL3011,DL3002\nFROM a:1\nUSER root\nEXPOSE 80000",
        {"DL3011", "DL3002"},
    ),
    "hadolint, the rest of a stage, behind a blank line": (
        "FROM a:1\n# hadolint stage ignore=DL3002\n\nEXPOSE 1\nUSER root",
        {"DL3002"},
    ),
    "ours": ("# dockerize-ml: ignore=DL3006 -- it is ours\nFROM ubuntu", {"DL3006"}),
    "ours, the file": ("# dockerize-ml: global ignore=DL3002,DL3006\nFROM a\nUSER root", {"DL3006", "DL3002"}),
    "ours, a stage": ("# dockerize-ml: stage ignore=DL3002\nFROM a:1\nUSER root", {"DL3002"}),
    "inside the instruction": ("FROM a:1\nEXPOSE \\\n# dockerize-ml: ignore=DL3011\n80000", {"DL3011"}),
    "BuildKit's directive": ("# check=skip=JSONArgsRecommended\nFROM a:1\nCMD a", {"DL3025"}),
    "BuildKit's directive for all": ("# check=skip=all;error=true\nFROM a:1\nCMD a", {"DL3025"}),
    "BuildKit's comment": ("FROM a:1\n# check=skip=JSONArgsRecommended // why\nCMD a", {"DL3025"}),
}

HEARD = {
    "a blank line between": ("# hadolint ignore=DL3006\n\nFROM ubuntu", "DL3006"),
    "one instruction too early": ("# hadolint ignore=DL3002\nFROM a:1\nUSER root", "DL3002"),
    "a name that nobody knows": ("FROM scratch\n# hadolint ignore=crazy,DL3002\nUSER root", "DL3002"),
    "another stage": ("# hadolint stage ignore=DL3002\nFROM a:1\nFROM b:1\nUSER root", "DL3002"),
    "BuildKit's names are BuildKit's to the letter": ("# check=skip=jsonArgsRecommended\nFROM a:1\nCMD a", "DL3025"),
    "a blank before BuildKit's name": ("# check=skip=StageNameCasing, JSONArgsRecommended\nFROM a:1\nCMD a", "DL3025"),
    "BuildKit's all is BuildKit's": ("# check=skip=all\nFROM ubuntu", "DL3006"),
}


def codes(text: str, settings: Settings = SETTINGS) -> list[str]:
    return [finding.code for finding in lint([Source("Dockerfile", text)], settings)]


@pytest.mark.parametrize(("text", "silenced"), SILENCED.values(), ids=SILENCED)
def test_a_comment_silences(text: str, silenced: set[str]) -> None:
    without = "\n".join("# -" if "ignore" in line or "check" in line else line for line in text.splitlines())
    assert silenced <= set(codes(without))
    assert silenced.isdisjoint(codes(text))


@pytest.mark.parametrize(("text", "code"), HEARD.values(), ids=HEARD)
def test_a_comment_does_not_silence(text: str, code: str) -> None:
    assert code in codes(text)


def test_comments_can_be_switched_off() -> None:
    text = "# hadolint ignore=DL3006\nFROM ubuntu"
    assert codes(text, Settings(select=("DL3006",), pragmas=False)) == ["DL3006"]


def test_what_silences_nothing_is_reported() -> None:
    assert codes("# hadolint ignore=DL3006\nFROM ubuntu:24.04") == ["ML001"]


def test_what_belongs_to_a_rule_that_does_not_run_is_not_reported() -> None:
    assert codes("# hadolint ignore=DL3042\nFROM ubuntu:24.04") == []


def test_a_misspelt_name_is_reported_with_the_nearest() -> None:
    (finding,) = lint([Source("Dockerfile", "# dockerize-ml: ignore=exec-fom\nFROM a:1")], SETTINGS)
    assert finding.code == "ML002"
    assert "`exec-form`" in finding.message


def test_of_equally_near_codes_the_one_with_a_slip_of_the_finger_is_meant() -> None:
    assert nearest("DL3O08") == "DL3008"
    assert nearest("DL30066") == "DL3006"


def test_an_error_of_the_parser_cannot_be_silenced() -> None:
    text = "# hadolint global ignore=DL1000\nFROM a:1\nCOPPY a b"
    assert "DL1000" in codes(text, Settings(select=("DL1000",), shellcheck=False))


def test_error_true_makes_errors_of_buildkits_checks() -> None:
    (finding,) = lint([Source("Dockerfile", "# check=error=true\nFROM a:1\nCMD a")], SETTINGS)
    assert (finding.code, finding.level) == ("DL3025", "error")
