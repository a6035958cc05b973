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
_VERSION = r"(?P<version>3\.\d{1,2})(?:\.\d+|\.x)?(?![\d])"
_AT_LEAST = (
    r"[ \t]*(?P<more>\+|%2B|(?:\)|,)?[ \t]*(?:and|or)[ \t]+(?:above|higher|later|newer|greater|up|more)|\(?\+\)?)?"
)
# ``Python 3.8``, ``Python: >= 3.8``, ``python-3.9%2B-blue``, ``**Python** (3.8+)``, ``Python version 3.9``.
_SENTENCE = re.compile(
    r"\b[Pp]ython(?:\*\*|`|\])?(?:[ \t]+(?:[Vv]ersions?|interpreter))?(?:\*\*|`)?[ \t]*[:=]?[ \t]*\(?[ \t]*[-v]?"
    rf"(?P<sign>>=|>|≥|&gt;=|%3E%3D|~=|==|<=|<)?[ \t]*`?v?{_VERSION}{_AT_LEAST}",
)
# A notebook run elsewhere (Colab, Kaggle) tells of that machine; of many notebooks the most common version counts.
_MOST_NOTEBOOKS = 30


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
            named.append(Named(minors_in(match["version"]), Strength.MENTION, evidence, near.nearness))
    yield from named[:1]


def _of_notebooks(survey: "Survey") -> Iterator[Named]:
    """The version that most notebooks were run under."""
    paths = [path for path in survey.project.notebooks if survey.project.size(path) < 5_000_000][:_MOST_NOTEBOOKS]
    versions = {path: notebook.version for path in paths if (notebook := survey.project.notebook(path))}
    counts = Counter(minors_in(version)[:1] for version in versions.values() if version)
    for minors, _ in counts.most_common(1):
        path = next(path for path, version in versions.items() if minors_in(version)[:1] == minors)
        if minors:
            yield Named(
                minors, Strength.MENTION, Evidence(path=path, reason=f"was last run under Python {versions[path]}"), -9
            )
