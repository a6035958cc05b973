CATCHES = {
    "relative": "COPY a ⟦b⟧",
    "the folder itself": "COPY a ⟦.⟧",
    "JSON form": 'COPY ["a", "b"]',
    "from a stage": "FROM debian:12-slim AS x\nFROM debian:12-slim\nCOPY --from=x /a b",
    "WORKDIR in another stage": "FROM debian:12-slim AS x\nWORKDIR /a\nFROM debian:12-slim\nCOPY a b",
    "WORKDIR too late": "COPY a b\nWORKDIR /app",
}

STAYS_QUIET = {
    "WORKDIR": "WORKDIR /app\nCOPY a b",
    "WORKDIR of the parent stage": "FROM debian:12-slim AS x\nWORKDIR /a\nFROM x\nCOPY a b",
    "WORKDIR two stages up": "FROM a:1 AS x\nWORKDIR /a\nFROM x AS y\nFROM y\nCOPY a b",
    "absolute": "COPY a /b",
    "absolute in quotes": 'COPY a "/b"',
    "a variable": "COPY a ${X}",
    "a variable in quotes": 'COPY a "$X/b"',
    "Windows": "COPY a c:\\b",
    "Windows in JSON": 'COPY ["a", "c:/b"]',
}
