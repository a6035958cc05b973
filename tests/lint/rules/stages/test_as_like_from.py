CATCHES = {
    "lower case behind FROM": "FROM debian:12 ⟦as⟧ build",
    "upper case behind from": "from debian:12 ⟦AS⟧ build",
    "mixed case": "FROM debian:12 As build",
    "behind a flag": "FROM --platform=$BUILDPLATFORM debian:12 ⟦as⟧ build",
    "the line of FROM is reported": "FROM a:1\n⟦FROM⟧ debian:12 \\\n  as build",
}

STAYS_QUIET = {
    "both upper": "FROM debian:12 AS build",
    "both lower": "from debian:12 as build",
    "a keyword that fits nothing": "From debian:12 as build",
    "no name": "FROM debian:12",
    "a stage called as": "FROM debian:12 AS as",
}

FIXES = {
    "upper": ("FROM debian:12 as build", "FROM debian:12 AS build"),
    "lower": ("from debian:12 As as", "from debian:12 as as"),
}
