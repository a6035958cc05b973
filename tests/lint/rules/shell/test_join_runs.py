CATCHES = {
    "two": "RUN a\n⟦RUN b⟧",
    "with a blank line": "RUN a\n\nRUN b",
    "with a comment": "RUN a\n# because\nRUN b",
    "the third": "RUN a && b\nRUN c\n⟦RUN d⟧",
    "same flags": "RUN --mount=type=secret,id=x a\nRUN --mount=type=secret,id=x b",
}

STAYS_QUIET = {
    "one": "RUN a",
    "joined": "RUN a && b",
    "something between": "RUN a\nWORKDIR /x\nRUN b",
    "another stage": "FROM a:1\nRUN a\nFROM b:1\nRUN b",
    "long ones may be apart for a reason": "RUN a && b\nRUN c && d",
    "one of them long": "RUN a\nRUN b && c",
    "different flags": "RUN --mount=type=secret,id=x a\nRUN b",
    "different values": "RUN --mount=type=secret,id=x a\nRUN --mount=type=secret,id=y b",
    "heredoc of several commands": "RUN <<EOF\na\nb\nEOF\n\nRUN c",
}
