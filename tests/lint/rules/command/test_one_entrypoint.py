CATCHES = {
    "two": 'ENTRYPOINT ["a"]\n⟦ENTRYPOINT ["b"]⟧',
    "shell form": "ENTRYPOINT a\n⟦ENTRYPOINT b⟧",
    "something between": "ENTRYPOINT a\nRUN x\n⟦ENTRYPOINT b⟧",
    "the second stage": "FROM a:1\nENTRYPOINT a\nFROM b:1\nENTRYPOINT b\n⟦ENTRYPOINT c⟧",
}

STAYS_QUIET = {
    "one": "ENTRYPOINT a",
    "two stages": "FROM a:1\nENTRYPOINT a\nFROM b:1\nENTRYPOINT b",
    "a stage replaces its parent's": "FROM a:1 AS x\nENTRYPOINT a\nFROM x\nENTRYPOINT b",
}
