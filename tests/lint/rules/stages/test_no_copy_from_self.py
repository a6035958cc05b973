CATCHES = {
    "its own name": "FROM debian:12-slim AS x\nCOPY ⟦--from=x⟧ a b",
    "in another case": "FROM debian:12-slim AS X\nCOPY --from=x a b",
}

STAYS_QUIET = {
    "another stage": "FROM debian:12-slim AS x\nFROM debian:12-slim AS y\nCOPY --from=x a b",
    "from the context": "FROM debian:12-slim AS x\nCOPY x y",
    "an image of the same name": "FROM debian:12-slim AS x\nCOPY --from=x:1 a b",
}
