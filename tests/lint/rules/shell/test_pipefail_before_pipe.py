_BASH = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]'

CATCHES = {
    "pipe": "RUN wget -O - https://some.site ⟦|⟧ wc -l > /number",
    "after a shell without it": 'SHELL ["/bin/bash", "-c"]\nRUN a | b',
    "sh has no such option": 'SHELL ["/bin/sh", "-o", "pipefail", "-c"]\nRUN a | b',
    "in a subshell": "RUN (a | b)",
    "in a condition": "RUN if a | b; then c; fi",
    "in a substitution": "RUN x=$(a | b)",
    "in a heredoc": "RUN <<EOF\na | b\nEOF",
    "inside bash -c": 'RUN bash -c "a | b"',
    "with errors": "RUN a |& b",
    "in the exec form": 'RUN ["bash", "-c", "a | b"]',
    "SHELL of another stage": f"FROM a:1 AS x\n{_BASH}\nFROM b:1\nRUN a | b",
    "SHELL too late": f"RUN a | b\n{_BASH}",
}

STAYS_QUIET = {
    "no pipe": "RUN wget -O - https://some.site && wc -l file > /number",
    "bash": f"{_BASH}\nRUN a | b",
    "options in one word": 'SHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN a | b',
    "in another folder": 'SHELL ["/usr/local/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b',
    "ash": 'SHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN a | b',
    "zsh": 'SHELL ["/bin/zsh", "-o", "pipefail", "-c"]\nRUN a | b',
    "inherited": f"FROM a:1 AS x\n{_BASH}\nFROM x\nRUN a | b",
    "ENV after SHELL changes nothing": f"{_BASH}\nENV A=b\nRUN a | b",
    "set in the command": "RUN set -o pipefail && a | b",
    "set with others": "RUN set -eux -o pipefail; a | b",
    "set for the inner shell": 'RUN bash -o pipefail -c "a | b"',
    "PowerShell": 'SHELL ["pwsh", "-c"]\nRUN Get-Variable PSVersionTable | Select-Object -ExpandProperty Value',
    "cmd": 'SHELL ["cmd.exe"]\nRUN a | b',
    "or": "RUN a || b",
    "text": 'RUN echo "a | b"',
    "no shell takes part": 'RUN ["a", "|", "b"]',
    "said by a pragma": "# hadolint shell=powershell\nFROM a:1\nRUN a | b",
}
