from dockerize_ml.lint import Settings

SETTINGS = Settings(label_schema=(("foo", "text"),))

CATCHES = {
    "none": "⟦FROM debian:12-slim⟧",
    "another label": "FROM debian:12-slim\nLABEL bar=x",
    "each stage that is an image of its own": "FROM a:1\nLABEL foo=x\n⟦FROM b:1⟧",
}

STAYS_QUIET = {
    "there": "FROM debian:12-slim\nLABEL foo=bar",
    "among others": "FROM debian:12-slim\nLABEL a=b foo=bar",
    "inherited": "FROM a:1 AS x\nLABEL foo=bar\nFROM x",
    "added by the stage that follows": "FROM a:1 AS x\nFROM x\nLABEL foo=bar",
    "a stage that others copy from": "FROM a:1 AS x\nFROM b:1\nLABEL foo=bar\nCOPY --from=x /a /b",
    "a stage copied from by number": "FROM a:1\nFROM b:1\nLABEL foo=bar\nCOPY --from=0 /a /b",
}
