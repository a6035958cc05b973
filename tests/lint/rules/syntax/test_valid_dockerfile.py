CATCHES = {
    "unknown instruction": "COPPY a b",
    "missing argument": "COPY a",
    "unknown flag": "RUN --mout=type=cache,target=/x true",
}

STAYS_QUIET = {
    "valid": "RUN true",
    "a heredoc followed by an instruction": "RUN <<EOF\ntrue\nEOF\nRUN true",
    "two heredocs": "COPY <<A <<B /x/\na\nA\nb\nB",
    "a default for a port": "EXPOSE ${PORT:-80}",
    "a comment in a continuation": "RUN true \\\n# why\n  && true",
}
