CATCHES = {
    "short flag": "RUN ⟦useradd -u 123456 foobar⟧",
    "long flag": "RUN useradd --uid 123456 foobar",
    "long flag with equals": "RUN useradd --uid=123456 foobar",
    "among other flags": "RUN useradd -ru 123456 foobar",
    "stuck to its flag": "RUN useradd -u123456 foobar",
    "onbuild": "ONBUILD RUN useradd -u 123456 foobar",
}

STAYS_QUIET = {
    "low number": "RUN useradd -u 12345 foobar",
    "told not to": "RUN useradd -l -u 123456 foobar",
    "told so at length": "RUN useradd --no-log-init --uid 123456 foobar",
    "told so among flags": "RUN useradd -mlu 123456 foobar",
    "no number": "RUN useradd foobar",
    "a variable": "RUN useradd -u $UID foobar",
    "adduser writes no such file": "RUN adduser -u 123456 foobar",
}

FIXES = {
    "flag added": ("RUN useradd -u 123456 app", "RUN useradd --no-log-init -u 123456 app"),
}
