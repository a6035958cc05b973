CATCHES = {
    "root": "USER ⟦root⟧",
    "by number, with group": "USER 0:0",
    "after another": "USER app\nUSER root",
    "inherited": "FROM a:1 AS x\nUSER ⟦root⟧\nFROM x\nRUN a",
}

STAYS_QUIET = {
    "for development": "FROM debian:12 AS dev\nUSER root",
    "another user": "USER app",
    "a builder stage": "FROM a:1 AS x\nUSER root\nFROM b:1\nUSER app",
    "a parent stage that is left": "FROM a:1 AS x\nUSER root\nFROM x\nUSER app",
    "no user at all is another rule's": "FROM a:1",
}
