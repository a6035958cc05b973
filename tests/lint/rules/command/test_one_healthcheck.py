CATCHES = {
    "two": "HEALTHCHECK CMD a\n⟦HEALTHCHECK CMD b⟧",
    "none counts": "HEALTHCHECK CMD a\nHEALTHCHECK NONE",
}

STAYS_QUIET = {
    "one": "HEALTHCHECK CMD a",
    "two stages": "FROM a:1\nHEALTHCHECK CMD a\nFROM b:1\nHEALTHCHECK CMD b",
    "a stage replaces its parent's": "FROM a:1 AS x\nHEALTHCHECK CMD a\nFROM x\nHEALTHCHECK CMD b",
}
