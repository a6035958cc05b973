"""What prose says of Python: the README's badges and sentences, and the notebooks' record of who ran them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dockerize_ml.facts.detectors.python.word import Bound, Force, Named, Strength, Word, minors_in
from dockerize_ml.facts.model import Evidence
from dockerize_ml.facts.nearby import Near, nearby, read
from dockerize_ml.project.place import Place

if TYPE_CHECKING:
    from dockerize_ml.facts.survey import Survey

_READMES = ("README*", "readme*", "Readme*", "INSTALL*", "docs/README.md")
_MORE = r"(?:\+|%2B|(?:\)|,)?[ \t]*(?:and|or)[ \t]+(?:above|higher|later|newer|greater|up|more|over))"
# ``3.8, 3.9 and 3.10``, ``3.8 - 3.11``, a badge's ``3.8%20%7C%203.9``.
_OTHERS = r"(?:(?:[ \t]*(?:,|/|\||-|\u2013|&|to|and|or|through|%20%7C%20)[ \t]*)+(?:[Pp]ython[ \t]+)?3\.\d{1,2}(?!\d))*"
# ``Python 3.8``, ``Python: >= 3.8``, ``python-3.9%2B-blue``, ``**Python** (3.8+)``, ``Python version 3.9``.
_SENTENCE = re.compile(
    r"\b[Pp]ython(?:\*\*|`|\])?(?:[ \t]+(?:[Vv]ersions?|interpreter))?(?:\*\*|`)?[ \t]*[:=]?[ \t]*\(?[ \t]*[-v]?"
    r"(?P<sign>>=|>|≥|&gt;=|%3E%3D|~=|==|<=|<)?[ \t]*`?v?(?P<version>3\.\d{1,2})(?:\.\d+|\.x)?(?![\d])"
    rf"(?:(?P<more>{_MORE})|(?P<others>{_OTHERS}))",
)
# Of many notebooks the most common version counts.
_MOST_NOTEBOOKS = 30
_LARGEST_NOTEBOOK = 5_000_000
_HOSTED = re.compile(r'"colab"[ \t]*:|"kaggle"[ \t]*:|/kaggle/input|google\.colab')
_FARTHEST = -9
# What a notebook of an older Python tells of an application beside it is history.
_OLDEST_BESIDE = (3, 9)


def words(survey: "Survey") -> Iterator[Word]:
    """What the READMEs and the notebooks mention."""
    for near in nearby(survey, _READMES):
        yield from _of_readme(survey, near)
    yield from _of_notebooks(survey)


def _of_readme(survey: "Survey", near: Near) -> Iterator[Word]:
    text = read(survey, near.path)
    named: list[Named] = []
    for match in _SENTENCE.finditer(text):
        evidence = survey.quote(Place(near.path, text.count("\n", 0, match.start()) + 1))
        sign = match["sign"] or ""
        if match["more"] or sign in {">=", ">", "≥", "&gt;=", "%3E%3D"}:
            yield Bound(f">={match['version']}", evidence, Force.ADVICE)
        elif sign in {"<", "<="}:
            yield Bound(f"{sign}{match['version']}{'.99' if sign == '<=' else ''}", evidence, Force.ADVICE)
        else:
            minors = minors_in(f"{match['version']} {match['others']}".replace("%20", " "))
            named.append(Named(minors, Strength.MENTION, evidence, near.nearness))
    yield from named[:1]


def _of_notebooks(survey: "Survey") -> Iterator[Named]:
    """The version that most notebooks were run under; one run on Colab or Kaggle tells of their machines."""
    paths = [path for path in survey.project.notebooks if survey.project.size(path) < _LARGEST_NOTEBOOK]
    versions: dict[str, tuple[int, int]] = {}
    for path in paths[:_MOST_NOTEBOOKS]:
        notebook = survey.project.notebook(path)
        minors = minors_in(notebook.version) if notebook else ()
        if minors and not _HOSTED.search(read(survey, path)):
            versions[path] = minors[0]
    for minor, _ in Counter(versions.values()).most_common(1):
        path = next(path for path, version in versions.items() if version == minor)
        is_program = survey.program is None or survey.program.file.endswith(".ipynb")
        if is_program or minor >= _OLDEST_BESIDE:
            reason = f"was last run under Python {minor[0]}.{minor[1]}"
            yield Named((minor,), Strength.MENTION, Evidence(path=path, reason=reason), _FARTHEST)
