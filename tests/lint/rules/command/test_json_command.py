CATCHES = {
    "CMD": "⟦CMD python app.py⟧",
    "ENTRYPOINT": "⟦ENTRYPOINT python app.py⟧",
    "in a stage before the last": "FROM a:1 AS x\nCMD a\nFROM b:1",
    "JSON with a comma too many": 'CMD ["a",]',
    "JSON in single quotes": "CMD ['a']",
    "a shell chosen too late": 'CMD a\nSHELL ["/bin/bash", "-c"]',
    "a shell of another stage": 'FROM a:1 AS x\nSHELL ["/bin/bash", "-c"]\nFROM b:1\nCMD a',
    "a shell for images built on this one": 'ONBUILD SHELL ["/bin/bash", "-c"]\nCMD a',
    "nothing at all": "CMD",
}

STAYS_QUIET = {
    "JSON": 'CMD ["python", "app.py"]',
    "empty JSON": "ENTRYPOINT []",
    "a shell was chosen": 'SHELL ["/bin/bash", "-c"]\nCMD a',
    "a shell was chosen in the stage below": 'FROM a:1 AS x\nSHELL ["/bin/bash", "-c"]\nFROM x\nENTRYPOINT a',
    "a health check": "HEALTHCHECK CMD curl localhost",
    "not for this image": "ONBUILD CMD a",
    "RUN": "RUN a",
}
