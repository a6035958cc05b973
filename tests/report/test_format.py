import subprocess
import sys

import pytest

from dockerize_ml.errors import UsageError
from dockerize_ml.report.format import format_named, format_names


def test_every_format_is_named_as_its_module_and_says_what_it_is() -> None:
    formats = [format_named(name) for name in format_names()]
    assert tuple(known.name for known in formats) == format_names()
    assert all(known.about.endswith(".") and "\n" not in known.about for known in formats)


def test_a_misspelt_format_is_answered_with_a_guess() -> None:
    with pytest.raises(UsageError) as caught:
        format_named("jsom")
    assert "Did you mean `json`?" in caught.value.hint


@pytest.mark.parametrize("name", ["text", "json", "concise"])
def test_findings_are_shown_without_loading_a_terminal_library(name: str) -> None:
    script = f"""
import sys
from dockerize_ml.report.format import format_named
from dockerize_ml.report.lint_report import LintReport
from dockerize_ml.report.terminal import Terminal
Terminal.here().data(format_named({name!r}).show([], LintReport("1", {{"a": ""}})))
print(*sorted(set(sys.modules) & {{"rich", "pygments", "pydantic", "yaml", "jinja2", "typer", "asyncio"}}))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == ""
