from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("revision", "hash"),))

CATCHES = {
    "a word": "LABEL revision=⟦not-git-hash⟧",
    "too short": "LABEL revision=43c572",
    "between": "LABEL revision=43c572f1272b",
    "capitals": "LABEL revision=43C572F",
}

STAYS_QUIET = {
    "short": "LABEL revision=2dbfae9",
    "long": "LABEL revision=43c572f1272b6b3171dd1db9e41b7027128ce080",
    "a label that nobody named": 'LABEL other=""',
}
