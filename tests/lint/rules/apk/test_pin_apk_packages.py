CATCHES = {
    "plain": "RUN apk add ⟦git⟧",
    "flag before the verb": "RUN apk --no-cache add ⟦git⟧",
    "one of several": "RUN apk add --no-cache \\\n    flex=2.6.4-r1 \\\n    ⟦libffi⟧",
    "name of the virtual package": "RUN apk add --virtual .build ⟦gcc⟧",
    "repository is no version": "RUN apk add ⟦git@edge⟧",
    "from a variable": "RUN apk add ⟦$PHPIZE_DEPS⟧",
    "onbuild": "ONBUILD RUN apk add ⟦git⟧",
}

STAYS_QUIET = {
    "version": "RUN apk add git=2.45.2-r0",
    "about this version": "RUN apk add git~=2.45",
    "at least": 'RUN apk add "git>2.45"',
    "file": "RUN apk add --allow-untrusted ./glibc.apk",
    "virtual package": "RUN apk add -t .build gcc=13.2.1-r1",
    "virtual package, long": "RUN apk add --virtual .build gcc=13.2.1-r1",
    "repository": "RUN apk add -X https://example.com/edge git=2.45.2-r0",
    "repository, long": "RUN apk add --repository https://example.com/edge git=2.45.2-r0",
    "key folder": "RUN apk add --keys-dir keys git=2.45.2-r0",
    "kept away": "RUN apk add git=2.45.2-r0 !nano",
    "another verb": "RUN apk del git",
    "an argument": "RUN make apk add",
}
