"""A build takes the newest revision of a model.

Why:
    Weights change under the same name: tokenizers are mended, files are converted, repositories are replaced. The next
    build may answer otherwise than the one you tested, and your Dockerfile does not show why.

Before:
    FROM python:3.12
    RUN huggingface-cli download distilbert/distilbert-base-uncased

After:
    FROM python:3.12
    RUN huggingface-cli download distilbert/distilbert-base-uncased --revision 12040accade4e8a0f71eabdb258fecc2e7e948be
"""

import re
from collections.abc import Iterator

from dockerize_ml.dockerfile.nodes import Instruction
from dockerize_ml.knowledge.model_downloads import model_downloads
from dockerize_ml.lint.context import Context
from dockerize_ml.lint.finding import Hit, Level
from dockerize_ml.lint.rule import rule

_WORDS = (
    "from_pretrained", "_download", " download", "nltk.download", "gdown", "SentenceTransformer", "hub.load",
    "load_model", "WhisperModel",
)  # fmt: skip
_CHECKED = re.compile(r"sha\d+sum|md5sum|checksum")


@rule("ML401", Level.INFO, on="RUN", words=_WORDS, onbuild=True)
def unpinned_model_download(instruction: Instruction, context: Context) -> Iterator[Hit]:
    source = context.script(instruction).source
    if _CHECKED.search(source.text):
        return
    for known in model_downloads():
        found = known.pattern.search(source.text)
        if found and not known.fixed.search(source.text):
            span = source.span(found.start(), found.start() + len(found[0].rstrip(" \t\n")))
            yield Hit(span, "The next build may get other weights or data. Name a revision, or check what came.")
            return
