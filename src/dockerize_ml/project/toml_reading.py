"""Read TOML so that nothing in it can take us down."""

import re
import tomllib

from dockerize_ml.errors import ManifestError

_LINE = re.compile(r"at line (\d+)")


def read_toml(text: str, *, shown: str) -> dict[str, object]:
    """The document in a text.

    Raises:
        ManifestError: it is not TOML, or is nested too deeply.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        found = _LINE.search(str(trouble))
        raise ManifestError(
            path=shown,
            line=int(found[1]) if found else None,
            reason=f"`{shown}` is not valid TOML: {trouble}.",
            hint="Mend the file; `python -m tomllib` is as strict as we are.",
        ) from trouble
    except (RecursionError, ValueError) as trouble:
        raise ManifestError(
            path=shown,
            reason=f"`{shown}` is nested too deeply, or holds a number too large, to be read.",
            hint="Mend the file.",
        ) from trouble
