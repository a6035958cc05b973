from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("authors", "email"),))

CATCHES = {
    "a word": "LABEL authors=⟦not-email⟧",
    "nothing before": "LABEL authors=@example.org",
    "nothing behind": "LABEL authors=me@",
    "dots that part nothing": "LABEL authors=.a..b@example.org",
    "an empty part of a domain": "LABEL authors=me@example..org",
    "two": "LABEL authors=a@b@c.org",
}

STAYS_QUIET = {
    "an address": "LABEL authors=abcd@google.com",
    "with a plus": "LABEL authors=a.b+c@x.example.org",
    "an address by number": "LABEL authors=me@[192.0.2.1]",
    "a label that nobody named": 'LABEL other=""',
}
