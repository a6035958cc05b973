from dockerize_ml.lint import Settings

SETTINGS = Settings(trusted_registries=("random.com", "*.example.com", "local*"))

CATCHES = {
    "Docker Hub": "FROM ⟦debian:12-slim⟧",
    "another registry": "FROM ⟦x.com/debian:12⟧",
    "not the domain itself": "FROM example.com/debian:12",
    "copied from": "FROM random.com/a:1\nCOPY ⟦--from=x.com/b:1⟧ a b",
    "mounted from": "FROM random.com/a:1\nRUN ⟦--mount=type=bind,from=x.com/b:1,target=/x⟧ true",
    "a stage of that name comes later": "FROM b:1\nFROM random.com/x:1 AS b",
}

STAYS_QUIET = {
    "trusted": "FROM random.com/debian:12",
    "trusted by its end": "FROM a.example.com/debian:12",
    "trusted by its beginning": "FROM localhost:5000/debian:12",
    "an earlier stage": "FROM random.com/a:1 AS x\nFROM x AS y\nCOPY --from=x a b",
    "scratch": "FROM scratch",
    "a variable decides": "ARG B=debian\nFROM $B",
    "from a stage by number": "FROM random.com/a:1\nFROM random.com/a:1\nCOPY --from=0 a b",
    "a secret has no image": "FROM random.com/a:1\nRUN --mount=type=secret,id=x true",
}
