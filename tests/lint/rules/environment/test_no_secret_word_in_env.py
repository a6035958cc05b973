CATCHES = {
    "ENV": "ENV ⟦PASSWORD⟧=x",
    "ARG": "ARG ⟦token⟧",
    "a word among others": "ENV MY_SECRET_MESSAGE=x",
    "first": "ENV auth_url=x",
    "a path of one": "ENV API_KEY_FILE=/run/secrets/key",
    "by a variable": "ENV a=my\nENV ${a}_password=x",
    "the old form": "ENV password x",
    "the line of the keyword is reported": "⟦ENV⟧ A=1 \\\n  PASSWORD=x",
}

STAYS_QUIET = {
    "part of a word": "ENV TOKENIZERS_PARALLELISM=false",
    "more than a word": "ENV PGPASSWORD=x",
    "words of ours, not of BuildKit": "ENV DB_PASS=x USERNAME=x",
    "public": "ENV PUBLIC_KEY=x",
    "other marks than underscores": "ENV my-password=x",
    "a label": "LABEL password=x",
    "above FROM": "ARG PASSWORD\nFROM debian:12",
    "for images built on this one": "ONBUILD ENV PASSWORD=x",
}
