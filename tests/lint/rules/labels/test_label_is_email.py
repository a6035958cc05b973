from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("authors", "email"),))

CATCHES = {
    "a word": "LABEL authors=⟦not-email⟧",
    "nothing before": "LABEL authors=@example.org",
    "nothing behind": "LABEL authors=me@",
    "two": "LABEL authors=a@b@c.org",
}

STAYS_QUIET = {
    "an address": "LABEL authors=abcd@google.com",
    "with a plus": "LABEL authors=a.b+c@x.example.org",
    "a label that nobody named": 'LABEL other=""',
}
