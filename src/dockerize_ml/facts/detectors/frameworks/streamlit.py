"""Streamlit apps: the file that `streamlit run` is given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dockerize_ml.facts.finding.placing import imports_its_package
from dockerize_ml.facts.finding.scripts import import_names, script_program
from dockerize_ml.facts.program import Program, Reason
from dockerize_ml.facts.registry import framework
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dockerize_ml.facts.survey import Survey

_PAGE = re.compile(r"(?:^|/)(?:pages|views|tabs|components)/[^/]+\.py$")
_SHOWS = re.compile(
    r"^[ \t]*(?:st|streamlit)\.(?:set_page_config|title|header|navigation|write|markdown|sidebar|button)\b",
    re.MULTILINE,
)
_NAMED = re.compile(r"(?:st\.)?(?:Page|switch_page|page_link)\(\s*[\"'](?P<path>[^\"']+\.py)[\"']")
_CONFIGURED = re.compile(r"\bset_page_config\(")
# `streamlit.web.bootstrap.run(…)`, and the module of its command.
_STARTER = re.compile(r"\bstreamlit(?:\.web)?(?:\.|[ \t]+import[ \t]+)(?:bootstrap|cli)\b")
_NAVIGATES = re.compile(r"\bst\.navigation\(")


@framework("streamlit")
def streamlit(survey: Survey) -> Iterator[Program]:
    """Every file that shows something; pages and components weigh less than the file that they belong to."""
    files = tuple(survey.source.importing(import_names("streamlit")))
    pages = {name for path in files for name in _pages(survey, path)}
    for path in files:
        text = survey.source.text(path)
        shown = _SHOWS.search(text)
        line = text.count("\n", 0, shown.start()) + 1 if shown else _import_line(survey, path)
        reasons = list(_reasons(survey, path, text, pages))
        unfit = _unfit(survey, path)
        if unfit:
            reasons.append(Reason(points=-25, text=unfit))
            for caller in survey.running.callers(path):
                if caller not in files:
                    yield script_program(survey, "streamlit", caller, Place(path, line))
        yield script_program(survey, "streamlit", path, Place(path, line), *reasons)


def _unfit(survey: Survey, path: str) -> str:
    """Why a file is not the one that Streamlit is given, though it shows something; empty where it may be."""
    module = survey.source.module(path)
    text = survey.source.text(path)
    if _STARTER.search(text) and not _SHOWS.search(text):
        return "starts Streamlit with another file"
    if module is not None and not ({"st", "streamlit"} & survey.running.reached(module)):
        return "shows nothing by itself"
    # Streamlit runs a file by its path, as part of no package.
    return "imports relatively, which only a part of a package can" if imports_its_package(survey, path) else ""


def _reasons(survey: Survey, path: str, text: str, pages: set[str]) -> Iterator[Reason]:
    folder = path.rpartition("/")[0]
    beside = f"{folder}/pages/" if folder else "pages/"
    if _PAGE.search(path) or path in pages:
        yield Reason(points=-30, text="a page of another file")
    if any(file.startswith(beside) and file.endswith(".py") for file in survey.source.program_files):
        yield Reason(points=16, text="has `pages/` beside it")
    if _NAVIGATES.search(text):
        yield Reason(points=14, text="navigates between pages")
    if _CONFIGURED.search(text):
        yield Reason(points=5, text="configures the page")


def _pages(survey: Survey, path: str) -> Iterator[str]:
    folder = path.rpartition("/")[0]
    for found in _NAMED.finditer(survey.source.text(path)):
        for name in (found["path"], f"{folder}/{found['path']}"):
            if name != path and name in survey.source.layout.files:
                yield name


def _import_line(survey: Survey, path: str) -> int:
    return next((line.line for line in survey.source.lines(path) if line.module.startswith("streamlit")), 1)
