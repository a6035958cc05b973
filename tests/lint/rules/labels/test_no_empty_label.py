from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("title", "text"),))

CATCHES = {
    "empty": 'LABEL title=⟦""⟧',
    "blank": 'LABEL title="  "',
}

STAYS_QUIET = {
    "a value": "LABEL title=foo",
    "a variable decides": "LABEL title=$X",
    "a label that nobody named": 'LABEL other=""',
}
