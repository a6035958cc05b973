"""Build tools that work out a version from a history that the build context does not hold."""

import re

from dockerize_ml.knowledge.table import rows


def version_variable(text: str) -> str:
    """The variable that tells the tool, which the text of a project's build files names, a version; else empty."""
    found = (row for row in rows("versions_from_history", "tool") if re.search(row.text("mention"), text))
    return next((row.text("variable") for row in found), "")
