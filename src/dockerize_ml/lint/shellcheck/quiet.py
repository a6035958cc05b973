"""Scripts so plain that ShellCheck has nothing to say; most of a Dockerfile's are, and asking costs a process.

``RUN apt-get update && apt-get install -y curl`` is one: programs ShellCheck has no check for, joined by ``&&``, given
words without quotes, variables or wildcards. What is not surely quiet is asked about.
"""

import re

# Programs with no check of their own in ShellCheck 0.11, and none that looks at their plain words.
PROGRAMS = (
    "apt|apt-get|aptitude|add-apt-repository|apk|yum|dnf|microdnf|zypper|pip|pip2|pip3|pipx|pipenv|poetry|uv|pdm|conda|"
    "mamba|micromamba|python|python2|python3|python3\\.\\d+|npm|npx|yarn|pnpm|node|corepack|go|cargo|rustup|gem|bundle|"
    "dotnet|make|cmake|ninja|git|curl|wget|gpg|chown|chgrp|useradd|adduser|groupadd|addgroup|usermod|ldconfig|"
    "update-ca-certificates|update-alternatives|jupyter|playwright|nvidia-smi|locale-gen|dpkg|rpm|true"
)
# `pip install = x` looks like an assignment to ShellCheck, and `then` like a forgotten semicolon.
_END = r"(?=[\s&]|\Z)"
_KEYWORD = r"(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|in|function|select|time|coproc)" + _END
_WORD = rf"(?!{_KEYWORD})[\w./:@%+,-][\w./:=@%+,-]*+"
_COMMANDS = "|".join(
    (
        rf"(?:/?(?:[\w.-]+/)++)?(?:{PROGRAMS}){_END}(?:[ \t]++{_WORD})*+",
        # `rm -rf /usr` is worth a remark, what lies deeper is not.
        r"rm[ \t]++-(?:rf|fr|r|f)(?:[ \t]++/\w[\w.-]*+/\w[\w.-]*+/[\w./-]++(?:(?<=/)\*)?)++",
        # `-r` would take permissions away, where `-R` was meant.
        rf"chmod(?:[ \t]++-R)?(?:[ \t]++(?!{_KEYWORD})[\w./+][\w./+=,-]*+)++",
        # With `-m`, `mkdir -p` gives the mode to the last folder only.
        rf"mkdir(?:[ \t]++-p)?(?:[ \t]++(?!{_KEYWORD})[\w./][\w./-]*+)++",
    )
)
_QUIET = re.compile(rf"\s*+(?:(?:{_COMMANDS})(?:[ \t]*+&&\s*+(?=\S)|\s*+\Z))++", re.ASCII)


def is_quiet(text: str) -> bool:
    """Whether ShellCheck surely has no remark on this script, in any shell and with any variables set."""
    return _QUIET.fullmatch(text) is not None
