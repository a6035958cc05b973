"""Whether the page that Streamlit draws holds what it should, and no exception."""

from dockerize_ml.engine.check import Check
from dockerize_ml.engine.container import Container
from dockerize_ml.engine.diagnosis import diagnosis
from dockerize_ml.engine.last_words import TRACEBACK
from dockerize_ml.engine.streamlit_page import streamlit_page
from dockerize_ml.errors import AnswerError


def undrawn(container: Container, within: float) -> str:
    """Why the page is not what it should be, and the traceback that it shows; empty where it is, or nobody can tell.

    Args:
        container: one that answers.
        within: seconds that drawing may take.
    """
    page = streamlit_page(container.port or 0, within)
    if page is None:
        return ""
    if page.failed:
        return f"The page shows an exception: {page.failed}\n{page.raised}".rstrip()
    return "The page stays empty." if not page.text and TRACEBACK in container.logs(200) else ""


def drawn(container: Container, within: float) -> Check:
    """The page as a check.

    Raises:
        AnswerError: it shows an exception, or nothing at all because of one; the end of the log is told.
    """
    why = undrawn(container, within)
    if not why:
        return Check("the page is drawn", "ok", "without an exception")
    log = container.logs(60)
    hint = diagnosis("start", f"{log}\n{why}") or "Mend what the log names, then run this again."
    raise AnswerError(reason=f"{why}\nThe end of its log:\n{log}", hint=hint)
