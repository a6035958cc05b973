"""Variables for what a program signs with itself, so that any random text does."""

from dockerize_ml.knowledge.table import rows


def signers_for(variable: str) -> frozenset[str] | None:
    """The modules of which one tells that this variable is the program's own secret; None where it is none.

    Args:
        variable: its name.

    Returns:
        Empty where the name says it all.
    """
    row = next((row for row in rows("own_secrets", "secret") if variable.upper() in row.texts("names")), None)
    return None if row is None else frozenset(row.texts("signers"))
