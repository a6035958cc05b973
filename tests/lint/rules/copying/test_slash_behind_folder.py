CATCHES = {
    "three words": "COPY package.json yarn.lock ⟦my_app⟧",
    "the folder itself": "COPY a b ⟦.⟧",
    "a variable": "COPY a b $DIR",
    "JSON form": 'COPY ["a", "b", ⟦"c"⟧]',
    "from a stage": "COPY --from=x a b c",
}

STAYS_QUIET = {
    "a slash": "COPY package.json yarn.lock my_app/",
    "a slash in quotes": 'COPY package.json yarn.lock "my_app/"',
    "a slash in JSON": 'COPY ["a", "b", "c/"]',
    "one source": "COPY package.json my_app",
    "flags are no sources": "COPY --chown=a:b package.json my_app",
    "Windows": "COPY a b c:\\\\app\\\\",
}

FIXES = {
    "plain": ("COPY a b c", "COPY a b c/"),
    "in JSON": ('COPY ["a", "b", "c"]', 'COPY ["a", "b", "c/"]'),
}
