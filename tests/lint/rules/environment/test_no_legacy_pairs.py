CATCHES = {
    "ENV": "⟦ENV A 1⟧",
    "LABEL": "⟦LABEL a b⟧",
    "an equals sign in the value": "ENV JAVA_OPTS -Xmx=1g",
    "an equals sign behind a blank": "ENV A =1",
    "over lines": "ENV A \\\n  1",
}

STAYS_QUIET = {
    "ENV": "ENV A=1",
    "LABEL": "LABEL a=b c=d",
    "a value with blanks": 'ENV A="1 2"',
    "ARG has no such form": "ARG A",
    "for images built on this one": "ONBUILD ENV A 1",
}

FIXES = {
    "a word": ("ENV A 1", "ENV A=1"),
    "a variable": ("ENV PATH /srv/bin:$PATH", "ENV PATH=/srv/bin:$PATH"),
    "several words": ("ENV A  1 2", 'ENV A="1 2"'),
    "quotes stay": ('LABEL a "1 2"', 'LABEL a="1 2"'),
    "nobody knows how": ("ENV A it\\'s 1", "ENV A it\\'s 1"),
}
