CATCHES = {
    "none": "⟦FROM scratch⟧",
    "only in a stage that is not used": "FROM a:1 AS x\nHEALTHCHECK CMD a\n⟦FROM b:1⟧",
}

STAYS_QUIET = {
    "one": "FROM scratch\nHEALTHCHECK CMD a",
    "inherited": "FROM a:1 AS x\nHEALTHCHECK CMD a\nFROM x",
    "added by the stage that follows": "FROM a:1 AS x\nFROM x\nHEALTHCHECK CMD a",
    "a builder that never runs": "FROM a:1 AS x\nFROM b:1\nCOPY --from=x /a /b\nHEALTHCHECK CMD a",
    "a stage that is only mounted": (
        "FROM a:1 AS x\nFROM b:1\nRUN --mount=type=bind,from=x,target=/x true\nHEALTHCHECK CMD a"
    ),
    "none is an answer": "FROM a:1\nHEALTHCHECK NONE",
}
