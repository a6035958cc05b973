from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("created", "rfc3339"),))

CATCHES = {
    "a word": "LABEL created=⟦not-date⟧",
    "a date only": "LABEL created=2021-03-10",
    "no zone": "LABEL created=2021-03-10T10:26:33",
    "no such day": "LABEL created=2021-02-30T10:26:33Z",
}

STAYS_QUIET = {
    "UTC": "LABEL created=2021-03-10T10:26:33.564595127Z",
    "an offset": "LABEL created=2021-03-10T10:26:33+01:00",
    "a space between": 'LABEL created="2021-03-10 10:26:33Z"',
    "a label that nobody named": 'LABEL other=""',
}
