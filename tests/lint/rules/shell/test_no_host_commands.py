CATCHES = {
    "top": "RUN ⟦top⟧",
    "a service": "RUN a && ⟦service nginx start⟧",
    "with its folder": "RUN /bin/ps aux",
    "onbuild": "ONBUILD RUN top",
}

STAYS_QUIET = {
    "installed": "RUN apt-get install ssh",
    "onbuild installed": "ONBUILD RUN apt-get install ssh vim",
    "a mount flag": "RUN --mount=type=cache,target=/x true",
    "part of a word": "RUN topper && killall5x",
    "an argument": "RUN echo kill",
}
