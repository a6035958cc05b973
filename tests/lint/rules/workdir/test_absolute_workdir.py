CATCHES = {
    "relative": "WORKDIR ⟦relative/dir⟧",
    "in double quotes": 'WORKDIR "relative/dir"',
    "in single quotes": "WORKDIR 'relative/dir'",
    "one character": "WORKDIR a",
    "dot": "WORKDIR .",
    "below an absolute one": "WORKDIR /srv\nWORKDIR app",
}

STAYS_QUIET = {
    "absolute": "WORKDIR /usr/local",
    "absolute in quotes": 'WORKDIR "/usr/local"',
    "a variable": "WORKDIR ${work}",
    "a variable in quotes": 'WORKDIR "$work/app"',
    "Windows": "WORKDIR c:\\app",
    "Windows in quotes": 'WORKDIR "D:/app"',
}
