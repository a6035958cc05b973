from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("required", "text"),), strict_labels=True)

CATCHES = {
    "another": "LABEL ⟦other⟧=bar",
    "beside one that is known": "LABEL required=foo ⟦other⟧=bar",
}

STAYS_QUIET = {
    "known": "LABEL required=foo",
    "onbuild": "ONBUILD LABEL other=bar",
}
