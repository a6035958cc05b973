CATCHES = {
    "plain": "RUN ⟦yarn install⟧",
    "alone": "RUN ⟦yarn⟧",
    "flags only": "RUN ⟦yarn --frozen-lockfile --network-timeout 100000⟧",
    "cleaned before": "RUN yarn cache clean && ⟦yarn install⟧",
    "cleaned in a later layer": "RUN yarn install\nRUN yarn cache clean",
    "another folder removed": "RUN yarn install && rm -rf /tmp/x",
    "mount elsewhere": "RUN --mount=type=cache,target=/var/lib/foobar yarn install",
    "a later stage stands on it": "FROM node:22 AS x\nRUN ⟦yarn install⟧\nFROM x\nRUN true",
    "what ONBUILD does lands in another build": "FROM node:22 AS x\nONBUILD RUN ⟦yarn install⟧\nFROM scratch",
}

STAYS_QUIET = {
    "cleaned": "RUN yarn install && yarn cache clean",
    "cleaned with a flag": "RUN yarn install && yarn --cwd web cache clean --all",
    "removed": "RUN yarn install && rm -rf /usr/local/share/.cache",
    "what yarn names is removed": 'RUN yarn install && rm -rf "$(yarn cache dir)"',
    "cache mount": "RUN --mount=type=cache,target=/root/.cache/yarn yarn install",
    "cache mount above": "RUN --mount=type=cache,target=/root/.cache yarn install",
    "tmpfs mount": "RUN --mount=type=tmpfs,target=/root/.cache/yarn yarn install",
    "cache mount of yarn as root": "RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install",
    "stage that is thrown away": "FROM node:22 AS x\nRUN yarn install\nFROM scratch\nCOPY --from=x /app /app",
    "a script": "RUN yarn build",
    "version": "RUN yarn --version",
    "another manager": "RUN npm install",
}
