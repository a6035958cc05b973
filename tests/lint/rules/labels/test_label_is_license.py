from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("license", "spdx"),))

CATCHES = {
    "a word": "LABEL license=⟦not-spdx⟧",
    "nearly one": "LABEL license=Apache2",
    "in an expression": 'LABEL license="MIT OR Foo"',
}

STAYS_QUIET = {
    "one": "LABEL license=BSD-3-Clause",
    "in any case": "LABEL license=mit",
    "an expression": 'LABEL license="Apache-2.0 OR (MIT AND GPL-2.0-only WITH Classpath-exception-2.0)"',
    "one's own": "LABEL license=LicenseRef-Proprietary",
    "a label that nobody named": 'LABEL other=""',
}
