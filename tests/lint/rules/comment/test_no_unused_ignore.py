from dockerize_ml.lint import Settings

SETTINGS = Settings(select=("DL3006", "DL3042", "DL4000"))

CATCHES = {
    "nothing to silence": "⟦# hadolint ignore=DL3042⟧\nRUN pip install --no-cache-dir flask",
    "nothing below": "RUN true\n⟦# dockerize-ml: ignore=DL3042 -- why⟧",
    "the file": "# hadolint global ignore=DL3042\nFROM debian:12-slim",
    "one of two": "# hadolint ignore=DL3006,DL3042\nFROM debian",
    "a check": "# check=skip=MaintainerDeprecated\nFROM debian:12-slim",
    "a blank line in between": "# hadolint ignore=DL3006\n\nFROM debian",
}

STAYS_QUIET = {
    "no such comment": "# ignore this\nRUN true",
    "it silences": "# hadolint ignore=DL3006\nFROM debian",
    "a rule that does not run": "# hadolint ignore=DL3000\nFROM debian:12-slim",
    "a misspelt name is another rule's": "# hadolint ignore=nonsense\nRUN true",
    "a shell": "# hadolint shell=bash\nFROM debian:12-slim",
}
