CATCHES = {
    "another": "⟦ONBUILD ONBUILD RUN x⟧",
    "from": "ONBUILD FROM debian:12-slim",
    "maintainer": "ONBUILD MAINTAINER me",
    "lower case": "onbuild from debian:12-slim",
}

STAYS_QUIET = {
    "run": "ONBUILD RUN x",
    "copy with a source": "ONBUILD COPY --from=x a b",
    "no keyword there": "ONBUILD RUN FROM",
}
