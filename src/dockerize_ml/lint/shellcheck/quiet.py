"""Scripts so plain that ShellCheck has nothing to say; most of a Dockerfile's are, and asking costs a process.

``RUN apt-get update && apt-get install -y curl`` is one: programs ShellCheck has no check for, one after the other,
given words without substitutions, and no variables but those that are known. What is not surely quiet is asked about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

# Programs with no check of their own in ShellCheck 0.11, and none that looks at their plain words.
PROGRAMS = (
    "apt|apt-get|aptitude|add-apt-repository|apk|yum|dnf|microdnf|zypper|pip|pip2|pip3|pipx|pipenv|poetry|uv|pdm|conda|"
    "mamba|micromamba|python|python2|python3|python3\\.\\d+|npm|npx|yarn|pnpm|node|corepack|go|cargo|rustup|gem|bundle|"
    "dotnet|mvn|gradle|composer|make|cmake|ninja|git|curl|wget|tar|unzip|gpg|bash|sh|chown|chgrp|useradd|adduser|"
    "groupadd|addgroup|usermod|ldconfig|update-ca-certificates|update-alternatives|jupyter|playwright|nvidia-smi|"
    "locale-gen|dpkg|rpm|true"
)
# What reads what is piped to it; of others ShellCheck says that they do not.
READERS = "bash|sh|tar|gpg|python3?|node|git|make"
# No program that ShellCheck knows has such a name.
_OWN_NAME = r"[a-z]\w*+(?:[-.]\w++)++"
# `pip install = x` looks like an assignment to ShellCheck, and `then` like a forgotten semicolon.
_END = r"(?=[\s&;|]|\Z)"
_KEYWORD = r"(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|in|function|select|time|coproc)" + _END
_VARIABLE = r"\$(?:[A-Za-z_]\w*+|\{[A-Za-z_]\w*+\})"
_IN_QUOTES = r"\w ./:=@%+,<>~^*#()\[\]{}-"
_QUOTED = rf"""(?:'[{_IN_QUOTES}]++'|"(?:[{_IN_QUOTES}]|{_VARIABLE})++")""" + _END
_WORD = rf"(?:(?!{_KEYWORD})(?:~/)?+(?:[\w./:@%+,-]|{_VARIABLE})(?:[\w./:=@%+,*-]|{_VARIABLE})*+|{_QUOTED})"
_SETTING = rf"[A-Z_][A-Z\d_]*+=(?:[\w./:@%+,-]|{_VARIABLE})++[ \t]++"
_COMMANDS = "|".join(
    (
        rf"(?:{_SETTING})*+(?:/?(?:[\w.-]+/)++)?(?:{PROGRAMS}|{_OWN_NAME}){_END}(?:[ \t]++{_WORD})*+",
        # `rm -rf /usr` is worth a remark, what lies deeper is not.
        r"rm[ \t]++-(?:rf|fr|r|f)(?:[ \t]++/\w[\w.-]*+/\w[\w.-]*+/[\w./-]++(?:(?<=/)\*)?)++",
        # `-r` would take permissions away, where `-R` was meant.
        rf"chmod(?:[ \t]++-R)?(?:[ \t]++(?!{_KEYWORD})[\w./+][\w./+=,-]*+)++",
        # With `-m`, `mkdir -p` gives the mode to the last folder only.
        rf"mkdir(?:[ \t]++-p)?(?:[ \t]++(?!{_KEYWORD})(?:[\w./]|{_VARIABLE})(?:[\w./-]|{_VARIABLE})*+)++",
        # Alone, `cd` may fail unseen.
        r"cd(?:[ \t]++(?:/\w[\w-]*+)++)(?=[ \t]*+&&)",
        r"ln[ \t]++-[sfnv]++(?:[ \t]++/[\w./-]++){2}",
        r"set[ \t]++-[eux]++",
    )
)
_THEN = rf"(?:&&|;)\s*+(?=[\w./])|\|[ \t]*+(?=(?:{READERS}){_END})|;?\s*+\Z"
_QUIET = re.compile(rf"\s*+(?:(?:{_COMMANDS})[ \t]*+(?:{_THEN}))++", re.ASCII)
_NAMES = re.compile(r"\$\{?(\w+)")
_SET = re.compile(r"\b([A-Z_][A-Z\d_]*+)=", re.ASCII)


def is_quiet(text: str, known: AbstractSet[str] = frozenset()) -> bool:
    """Whether ShellCheck surely has no remark on this script, in any shell.

    Args:
        text: the script.
        known: the variables whose value is one word.
    """
    if _QUIET.fullmatch(text) is None:
        return False
    names = set(_NAMES.findall(text))
    # `A=1 pip install $A` does not do what it seems to.
    return names <= known and names.isdisjoint(_SET.findall(text))
