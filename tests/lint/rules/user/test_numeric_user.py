CATCHES = {
    "name": "USER ⟦app⟧",
    "name and group": "USER app:1000",
    "a variable nobody declared": "USER $APP",
    "a variable of ENV": "ENV X=1\nUSER $X",
    "in a builder stage": "FROM a:1 AS x\nUSER app\nFROM b:1\nUSER 1",
}

STAYS_QUIET = {
    "number": "USER 12345",
    "number with a group's name": "USER 1000:app",
    "number in quotes": 'USER "1000"',
    "an argument": "ARG UID=1000\nUSER ${UID}",
    "an argument with a default": "ARG UID\nUSER ${UID:-1000}",
    "a name in between": "USER app\nRUN x\nUSER 1000",
    "root is another rule's": "USER root",
    "no user": "RUN x",
}
