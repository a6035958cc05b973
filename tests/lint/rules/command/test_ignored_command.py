CATCHES = {
    "CMD": '⟦CMD ["a"]⟧\nCMD ["b"]',
    "ENTRYPOINT": '⟦ENTRYPOINT ["a"]⟧\nENTRYPOINT ["b"]',
    "HEALTHCHECK": '⟦HEALTHCHECK CMD ["a"]⟧\nHEALTHCHECK NONE',
    "the second of three": 'CMD ["a"]\n⟦CMD ["b"]⟧\nCMD ["c"]',
}

STAYS_QUIET = {
    "one of each": 'ENTRYPOINT ["a"]\nCMD ["b"]\nHEALTHCHECK CMD ["c"]',
    "one in each stage": 'FROM a:1 AS x\nCMD ["a"]\nFROM x\nCMD ["b"]',
    "one for images built on this one": 'CMD ["a"]\nONBUILD CMD ["b"]',
}
