CATCHES = {
    "command": "⟦CMD something⟧",
    "entrypoint": "ENTRYPOINT something",
    "health check": "⟦HEALTHCHECK CMD curl localhost⟧",
    "health check with flags": "HEALTHCHECK --interval=5s CMD curl localhost",
    "JSON with a comma too many": 'CMD ["a",]',
    "JSON in single quotes": "CMD ['a']",
    "a variable": "ENTRYPOINT $X",
    "a shell in another stage": 'FROM a:1 AS x\nSHELL ["/bin/bash", "-c"]\nFROM b:1\nCMD a',
}

STAYS_QUIET = {
    "JSON": 'CMD ["foo", "bar"]',
    "JSON with blanks": 'ENTRYPOINT  [ "foo" , "bar" ] ',
    "JSON over lines": 'CMD ["foo", \\\n  "bar"]',
    "JSON with escapes": 'CMD ["sh", "-c", "echo \\"x\\""]',
    "empty JSON": "ENTRYPOINT []",
    "JSON health check": 'HEALTHCHECK --interval=5s CMD ["/bin/check"]',
    "no health check": "HEALTHCHECK NONE",
    "a shell was chosen": 'SHELL ["/bin/bash", "-c"]\nCMD exec "$SERVER"',
    "a shell was chosen in the parent stage": 'FROM a:1 AS x\nSHELL ["/bin/bash", "-c"]\nFROM x\nCMD a',
    "not for this image": "ONBUILD CMD a",
}
