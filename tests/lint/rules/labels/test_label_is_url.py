from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("source", "url"),))

CATCHES = {
    "a word": "LABEL source=⟦not-url⟧",
    "blank in it": 'LABEL source="https://a b"',
    "empty": 'LABEL source=""',
}

STAYS_QUIET = {
    "a URL": "LABEL source=https://example.org/a?b=c#d",
    "another scheme": "LABEL source=git+ssh://git@example.org/x.git",
    "mail": "LABEL source=mailto:me@example.org",
    "a label that nobody named": 'LABEL other=""',
}
