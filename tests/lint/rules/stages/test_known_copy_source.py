CATCHES = {
    "unknown name": "COPY ⟦--from=build⟧ /a /b",
    "a later stage": "FROM debian:12-slim\nCOPY --from=late a b\nFROM debian:12-slim AS late",
    "a number too high": "COPY --from=1 a b",
    "an image without tag": "COPY --from=ghcr.io/astral-sh/uv /uv /bin/",
    "a variable, which Docker does not expand here": "ARG X=a\nCOPY --from=$X a b",
}

STAYS_QUIET = {
    "an earlier stage": "FROM debian:12-slim AS build\nFROM debian:12-slim\nCOPY --from=build a b",
    "in another case": "FROM debian:12-slim AS Build\nFROM debian:12-slim\nCOPY --from=build a b",
    "by number": "FROM debian:12-slim\nFROM debian:12-slim\nCOPY --from=0 a b",
    "an image with tag": "COPY --from=ghcr.io/astral-sh/uv:0.9.0 /uv /bin/",
    "an image by digest": "COPY --from=debian@sha256:7959 /a /b",
    "no source": "COPY a b",
    "its own name is another rule's": "FROM debian:12-slim AS x\nCOPY --from=x a b",
}
