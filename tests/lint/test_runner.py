"""The runner: order, levels, many files, and what happens when a rule breaks."""

from __future__ import annotations

import pytest

from dockerize_ml.errors import ConfigError
from dockerize_ml.lint import Finding, Level, Settings, Source, lint
from dockerize_ml.lint.registry import rules
from dockerize_ml.lint.runner import MANY
from dockerize_ml.lint.selection import select

QUIET = Settings(shellcheck=False, cache=False)
TEXT = "FROM debian\nADD a /b\nRUN pip install flask\nCMD a\n"

BYTES = {
    "empty": "",
    "blank": "\n\n \n",
    "only comments": "# a\n# b\n",
    "no FROM": "RUN a\n",
    "NUL": "FROM a\x00b\nRUN \x00\n",
    "lone surrogates": "FROM debian:12\nRUN echo \udcff\udcfe\n",
    "unknown instructions": "FOO bar\nFROM a:1\nBAZ\n",
    "open heredoc": "FROM a:1\nRUN <<EOF\npip install x",
    "open quote": 'FROM a:1\nRUN echo "pip install\nENV A="b',
    "bare keywords": "FROM\nRUN\nCMD\nCOPY\nADD\nENV\nARG\nLABEL\nUSER\nWORKDIR\nEXPOSE\n",
    "more bare keywords": "FROM a:1\nSHELL\nONBUILD\nHEALTHCHECK\nENTRYPOINT\nVOLUME\nSTOPSIGNAL\nMAINTAINER\nUSER\n",
    "backslash at the end": "FROM a:1\nRUN a \\",
    "escape directive": "# escape=`\nFROM a:1\nRUN a `\n  b\n",
    "flags only": "FROM --platform\nRUN --mount\nCOPY --from\nADD --\nHEALTHCHECK --interval=1s\n",
    "empty JSON": "FROM a:1\nCMD []\nSHELL []\nRUN []\nCOPY []\nENTRYPOINT [\n",
    "onbuild": "FROM a:1\nONBUILD RUN pip install x\nONBUILD ONBUILD RUN a\nONBUILD\n",
}


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_findings_come_in_the_order_of_the_file() -> None:
    found = lint([Source("b", TEXT), Source("a", TEXT)], QUIET)
    assert [finding.file for finding in found] == sorted((f.file for f in found), reverse=True)
    places = [(finding.line, finding.column) for finding in found if finding.file == "a"]
    assert places == sorted(places)


def test_the_same_text_gives_the_same_findings() -> None:
    assert lint([Source("a", TEXT)], QUIET) == lint([Source("a", TEXT)], QUIET)


def test_many_files_give_what_each_gives_alone() -> None:
    sources = [Source(f"{number}", TEXT + number % 3 * "RUN a\n") for number in range(MANY + 6)]
    assert lint(sources, QUIET, jobs=2) == [finding for source in sources for finding in lint([source], QUIET)]


def test_shellcheck_is_asked_and_can_be_switched_off() -> None:
    source = Source("a", "FROM debian:12-slim\nRUN echo $RANDOM\n")
    with_it = Settings(preset="hadolint", cache=False)
    assert any(code.startswith("SC") for code in codes(lint([source], with_it)))
    assert not any(code.startswith("SC") for code in codes(lint([source], QUIET)))
    ignored = Settings(preset="hadolint", ignore=("SC",), cache=False)
    assert not any(code.startswith("SC") for code in codes(lint([source], ignored)))


def test_levels_can_be_changed() -> None:
    (finding,) = lint([Source("a", "FROM debian")], Settings(select=("DL3006",), levels=(("DL3006", Level.ERROR),)))
    assert finding.level is Level.ERROR


@pytest.mark.parametrize("text", BYTES.values(), ids=BYTES)
def test_no_text_is_too_odd(text: str) -> None:
    lint([Source("a", text)], Settings(preset="all", shellcheck=False))


def test_a_rule_that_breaks_names_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from dockerize_ml.lint import context

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(context.Context, "image", broken)
    with pytest.raises(ZeroDivisionError) as caught:
        lint([Source("a", "FROM debian")], Settings(select=("DL3006",), shellcheck=False))
    assert "DL3006" in " ".join(caught.value.__notes__)


def selected(**settings: object) -> set[str]:
    return {rule.code for rule in select(Settings(**settings)).rules}  # type: ignore[arg-type]


def test_presets() -> None:
    everything = {rule.code for rule in rules()}
    assert selected(preset="all") <= everything
    assert all(code.startswith("DL") for code in selected(preset="hadolint"))
    assert selected(preset="hadolint").isdisjoint({"DL1001", "DL3057"})
    assert selected(preset="recommended").isdisjoint({"DL3008", "DL3018", "DL3002"})
    assert "DL4000" in selected(preset="buildkit")
    assert "DL3006" not in selected(preset="buildkit")


def test_codes_prefixes_and_names_select() -> None:
    assert selected(select=("DL3006",)) == {"DL3006"}
    assert selected(select=("tag-base-image",)) == {"DL3006"}
    assert selected(select=("MaintainerDeprecated",)) >= {"DL4000"}
    assert selected(select=("DL400",)) >= {"DL4000", "DL4001"}
    assert "DL4001" not in selected(select=("DL400",), ignore=("DL4001",))
    assert selected(select=("DL400",), ignore=("DL4",)) == selected(select=("DL400",))
    assert "DL1001" in selected(preset="hadolint", extend_select=("DL1001",))
    assert "DL1001" not in selected(preset="hadolint", extend_select=("DL1",))


@pytest.mark.parametrize("name", ["DL9999", "nonsense", "", "XY"])
def test_a_name_that_no_rule_has_is_an_error(name: str) -> None:
    with pytest.raises(ConfigError, match="there is no rule"):
        lint([Source("a", "FROM a:1")], Settings(ignore=(name,)))
