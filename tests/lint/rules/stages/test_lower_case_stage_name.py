CATCHES = {
    "first letter": "FROM debian:12 AS ⟦Build⟧",
    "all letters": "FROM debian:12 AS BUILD",
    "the line of FROM is reported": "FROM a:1\n⟦FROM⟧ debian:12 \\\n  AS Build",
}

STAYS_QUIET = {
    "lower case": "FROM debian:12 AS build",
    "no name": "FROM debian:12",
    "digits and dashes": "FROM debian:12 AS build-2_x.y",
    "AS may be in any case": "FROM debian:12 as build",
}
