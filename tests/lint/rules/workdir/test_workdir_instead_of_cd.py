CATCHES = {
    "alone": "RUN ⟦cd /opt⟧",
    "in a list": "RUN git clone x && ⟦cd x⟧ && make",
    "in a subshell": "RUN (cd x && make)",
    "in a substitution": "RUN x=$(cd y && pwd)",
    "inside sh -c": 'RUN sh -c "cd /opt && make"',
    "in a heredoc": "RUN <<EOF\ncd /opt\nmake\nEOF",
}

STAYS_QUIET = {
    "WORKDIR": "WORKDIR /opt",
    "part of a word": "RUN abcd x",
    "an argument": "RUN echo cd",
    "a folder for make": "RUN make -C /opt",
}
