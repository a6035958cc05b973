CATCHES = {
    "password": "ENV ⟦my_password⟧=abc",
    "argument": "ARG ⟦API_KEY⟧",
    "argument above the first FROM": "ARG GITHUB_TOKEN\nFROM debian:12-slim",
    "a key of a service": "ENV OPENAI_KEY=x",
    "short": "ENV PASSWD=x",
    "second of two": "ENV A=b ⟦SECRET⟧=c",
    "old form": "ENV SECRET_KEY x",
    "access key": "ENV AWS_SECRET_ACCESS_KEY=x AWS_ACCESS_KEY_ID=y",
    "user name": "ENV DB_USERNAME=x",
    "lower case": "ARG npm_token",
    "no underscore": "ENV APIKEY=x",
    "onbuild": "ONBUILD ARG PASSWORD",
}

STAYS_QUIET = {
    "plain": "ENV foobar=barfoo",
    "tokenizers": "ENV TOKENIZERS_PARALLELISM=false",
    "private modules": "ENV GOPRIVATE=example.com",
    "where it is": "ENV API_KEY_FILE=/run/secrets/api_key",
    "how many": "ENV MAX_TOKENS=4096",
    "a key that is no secret": "ENV PUBLIC_KEY=x",
    "keyboard": "ENV KEYBOARD=us",
    "author": "ENV AUTHOR=me",
    "a version": "ARG TOKEN_VERSION=1",
    "no secret in RUN": "RUN --mount=type=secret,id=password true",
}
