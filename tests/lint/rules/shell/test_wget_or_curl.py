CATCHES = {
    "in two instructions": "RUN wget a\nRUN ⟦curl b⟧",
    "in one": "RUN wget a && ⟦curl b⟧",
    "something between": "RUN curl a\nRUN b\nRUN ⟦wget c⟧",
    "onbuild": "ONBUILD RUN wget a\nONBUILD RUN curl b",
}

STAYS_QUIET = {
    "wget only": "RUN wget a\nRUN wget b",
    "curl only": "RUN curl a && curl b",
    "installed only": "RUN apt-get install wget curl && curl a",
    "two stages": "FROM a:1\nRUN wget a\nFROM b:1\nRUN curl b",
}
