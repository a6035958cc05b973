"""Models of spaCy and data of NLTK that nothing brings."""

from collections.abc import Callable

import pytest

from dockerize_ml.facts.detectors.weights import downloads
from dockerize_ml.facts.survey import Survey

SurveyOf = Callable[[dict[str, str]], Survey]

LOADS = 'import spacy\nnlp = spacy.load("en_core_web_sm")\n'
IN_TRY = "import spacy\ntry:\n    n = spacy.load('en_core_web_sm')\nexcept OSError:\n    "
TOKENS = "from nltk.tokenize import word_tokenize\nwords = word_tokenize('a b')\n"
STOPS = "from nltk.corpus import stopwords\n"
PINS = "spacy==3.7.5\nnltk==3.9.1\n"

# The code, the requirements, and what is lacking, with whether the program cannot start without.
LACKS: dict[str, tuple[str, str, list[tuple[str, bool]]]] = {
    "a model": (LOADS, PINS, [("en_core_web_sm", True)]),
    "a model as a module": ("import xx_ent_wiki_sm\nn = xx_ent_wiki_sm.load()\n", PINS, [("xx_ent_wiki_sm", True)]),
    "a model by a constant": (
        "import spacy\nM = 'de_core_news_md'\nn = spacy.load(M)\n",
        PINS,
        [("de_core_news_md", True)],
    ),
    "a model that is loaded later": (
        "import spacy\ndef f():\n    return spacy.load('en_core_web_sm')\n",
        PINS,
        [("en_core_web_sm", False)],
    ),
    "a model that the program can do without": (f"{IN_TRY}n = None\n", PINS, [("en_core_web_sm", False)]),
    "a model that it would install": (
        f"{IN_TRY}spacy.cli.download('en_core_web_sm')\n",
        PINS,
        [("en_core_web_sm", True)],
    ),
    "a model that a command would install": (
        f"{IN_TRY}__import__('os').system('python -m spacy download en_core_web_sm')\n",
        PINS,
        [("en_core_web_sm", True)],
    ),
    "sentences": (TOKENS, PINS, [("punkt_tab", True)]),
    "sentences of an older NLTK": (TOKENS, "nltk==3.8.1\n", [("punkt", True)]),
    "a corpus": (f"{STOPS}s = stopwords.words('english')\n", PINS, [("stopwords", True)]),
    "a corpus that is read later": (f"{STOPS}def f():\n    stopwords.words('x')\n", PINS, [("stopwords", False)]),
    "a lemmatizer reads nothing when it is made": (
        "from nltk.stem import WordNetLemmatizer\nw = WordNetLemmatizer()\n",
        PINS,
        [("wordnet", False)],
    ),
    "what an older NLTK needed is fetched": (
        f"import nltk\nnltk.download('punkt')\n{TOKENS}",
        PINS,
        [("punkt_tab", True)],
    ),
    "a model of the project's own": ("import spacy\nn = spacy.load('models/ner')\n", PINS, []),
    "a model among the requirements": (LOADS, f"{PINS}en-core-web-sm @ https://a.example/en_core_web_sm.whl\n", []),
    "what the code fetches": (
        f"import nltk\nnltk.download('stopwords')\n{STOPS}stopwords.words('english')\n",
        PINS,
        [],
    ),
    "a name that only the running program knows": (
        f"import nltk\nfor n in open('x'):\n    nltk.download(n)\n{TOKENS}",
        PINS,
        [],
    ),
    "a collection": (f"import nltk\nnltk.download('popular')\n{TOKENS}", PINS, []),
    "a tokenizer that needs no data": ("from nltk import wordpunct_tokenize\nwordpunct_tokenize('a')\n", PINS, []),
}


@pytest.mark.parametrize("case", LACKS)
def test_what_nothing_brings(survey_of: SurveyOf, case: str) -> None:
    code, requirements, expected = LACKS[case]
    survey = survey_of({"app.py": code, "requirements.txt": requirements})
    assert [(each.name, each.at_start) for each in downloads(survey) if each.lacking] == expected


def test_data_in_the_folder_is_not_lacking(survey_of: SurveyOf) -> None:
    survey = survey_of({"app.py": TOKENS, "requirements.txt": PINS, "nltk_data/tokenizers/punkt_tab/x": "x"})
    assert downloads(survey) == ()


WHEELS = {
    "of a series": ("spacy==3.8.7", "en_core_web_sm-3.8.0-py3-none-any.whl"),
    "that came out late": ("spacy==3.7.5", "en_core_web_sm-3.7.1-py3-none-any.whl"),
    "an unknown version": ("spacy>=3", ""),
    "before wheels": ("spacy==2.3.9", ""),
}


@pytest.mark.parametrize(("requirement", "wheel"), WHEELS.values(), ids=WHEELS.keys())
def test_the_model_suits_the_locked_spacy(survey_of: SurveyOf, requirement: str, wheel: str) -> None:
    (lacking,) = downloads(survey_of({"app.py": LOADS, "requirements.txt": f"{requirement}\n"}))
    assert lacking.wheel.rpartition("/")[2] == wheel
