CATCHES = {
    "two": 'CMD ["a"]\n⟦CMD ["b"]⟧',
    "shell form": "CMD a\n⟦CMD b⟧",
    "something between": "CMD a\nRUN x\n⟦CMD b⟧",
    "the second stage": "FROM a:1\nCMD a\nFROM b:1\nCMD b\n⟦CMD c⟧",
}

STAYS_QUIET = {
    "one": "CMD a",
    "two stages": "FROM a:1\nCMD a\nFROM b:1\nCMD b",
    "a stage replaces its parent's": "FROM a:1 AS x\nCMD a\nFROM x\nCMD b",
}
