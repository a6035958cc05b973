CATCHES = {
    "plain": "⟦MAINTAINER me⟧",
    "in quotes": 'MAINTAINER "me <me@example.org>"',
    "lower case": "maintainer me",
}

STAYS_QUIET = {
    "label": 'LABEL maintainer="me"',
    "no instruction": "FROM debian:12-slim",
}

FIXES = {
    "label": (
        "MAINTAINER Me <me@example.org>",
        'LABEL org.opencontainers.image.authors="Me <me@example.org>"',
    ),
    "quotes kept apart": ('MAINTAINER me "x"', 'LABEL org.opencontainers.image.authors="me \\"x"'),
}
