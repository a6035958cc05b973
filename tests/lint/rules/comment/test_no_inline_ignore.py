CATCHES = {
    "for one instruction": "⟦# hadolint ignore=DL3003⟧\nRUN foo bar",
}

STAYS_QUIET = {
    "for a stage, but above none": "FROM debian:12-slim\n# hadolint stage ignore=DL3003\n\nRUN foo",
    "nothing at all": "# hadolint ignore=\nRUN foo",
    "nothing that hadolint reads": "# hadolint ignore=crazy,DL3003\nRUN foo",
    "for the file": "# hadolint global ignore=DL3003\nFROM debian:12-slim\nRUN foo",
    "ours gives its reason": "# dockerize-ml: ignore=DL3003 -- why\nRUN foo",
    "a shell": "# hadolint shell=bash\nFROM debian:12-slim",
}
