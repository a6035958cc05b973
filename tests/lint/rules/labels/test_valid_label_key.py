CATCHES = {
    "capital": "LABEL ⟦Foo⟧=x",
    "begins with a digit": "LABEL 1foo=x",
    "ends with a hyphen": "LABEL foo-=x",
    "ends with a dot": "LABEL foo.=x",
    "two dots": "LABEL a..b=x",
    "two hyphens": "LABEL a--b=x",
    "another character": "LABEL a$b=x",
    "kept by Docker": "LABEL com.docker.x=x",
    "kept by Docker too": "LABEL io.docker.x=x org.dockerproject.y=z",
    "second of two": 'LABEL foo=x ⟦"Bar"⟧=y',
}

STAYS_QUIET = {
    "plain": "LABEL foo=bar",
    "one letter": "LABEL a=b",
    "all that is allowed": "LABEL a1-b_c.d/e=x",
    "a prefix of one's own": "LABEL org.opencontainers.image.title=x",
    "in quotes": 'LABEL "foo"=bar',
    "Docker's name only": "LABEL com.docker=x",
    "begins like Docker's": "LABEL com.dockerx.y=z",
}
