from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("version", "semver"),))

CATCHES = {
    "a word": "LABEL version=⟦not-semver⟧",
    "two numbers": "LABEL version=1.0",
    "an empty part": "LABEL version=1.0.0-a..b",
    "a v before": "LABEL version=v1.0.0",
    "a zero before": "LABEL version=01.0.0",
}

STAYS_QUIET = {
    "three numbers": "LABEL version=1.0.0",
    "a release to come": "LABEL version=2.0.1-rc1+build.5",
    "a label that nobody named": 'LABEL other=""',
}
