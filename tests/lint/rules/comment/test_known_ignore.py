CATCHES = {
    "no such rule": "⟦# hadolint ignore=no-such-rule⟧\nRUN true",
    "one of two": "# hadolint ignore=DL3006,crazy\nFROM debian",
    "ours": "# dockerize-ml: ignore=exec-fom -- why\nCMD a",
    "a check": "# check=skip=JSONArgRecommended\nFROM debian:12-slim",
    "a check above an instruction": "# check=skip=Nonsense // why\nRUN true",
    "a check in another case": "# check=skip=maintainerDeprecated\nFROM debian:12-slim",
    "a check behind a blank": "# check=skip=MaintainerDeprecated, StageNameCasing\nFROM debian:12-slim",
    "a code where BuildKit wants a check": "# check=skip=DL3006\nFROM debian",
    "a number that no rule has": "# hadolint ignore=DL9999\nRUN true",
}

STAYS_QUIET = {
    "a code": "# hadolint ignore=DL3006\nFROM debian",
    "in lower case": "# hadolint ignore=dl3006\nFROM debian",
    "a name": "# dockerize-ml: ignore=tag-base-image -- why\nFROM debian",
    "ShellCheck's": "# hadolint ignore=SC2086\nRUN true",
    "a check": "# check=skip=MaintainerDeprecated\nFROM debian:12-slim",
    "all checks": "# check=skip=all\nFROM debian:12-slim",
    "another comment": "# pylint: ignore=foo\nRUN true",
}
