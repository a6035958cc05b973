CATCHES = {
    "plain": "RUN ⟦apk add git⟧",
    "update is no cure": "RUN ⟦apk add --update git⟧ && rm -rf /var/cache/apk/*",
    "mount elsewhere": "RUN --mount=type=cache,target=/var/cache/foo ⟦apk add git⟧",
    "bind mount keeps nothing": "RUN --mount=type=bind,target=/var/cache/apk ⟦apk add git⟧",
    "onbuild": "ONBUILD RUN ⟦apk add git⟧",
}

STAYS_QUIET = {
    "flag": "RUN apk add --no-cache git",
    "flag before the verb": "RUN apk --no-cache add git",
    "cache mount": "RUN --mount=type=cache,target=/var/cache/apk apk add -U git",
    "cache mount above": "RUN --mount=type=cache,target=/var/cache apk add git",
    "cache mount where apk looks first": "RUN --mount=type=cache,target=/etc/apk/cache apk add git",
    "tmpfs mount": "RUN --mount=type=tmpfs,target=/var/cache/apk apk add git",
    "another verb": "RUN apk del git",
}

FIXES = {
    "behind the verb": ("RUN apk add git", "RUN apk add --no-cache git"),
    "exec form": ('RUN ["apk", "add", "git"]', 'RUN ["apk", "add", "--no-cache", "git"]'),
}
