CATCHES = {
    "one in lower case": "FROM debian:12\nRUN true\n⟦copy⟧ a b",
    "one in upper case": "from debian:12\nrun true\n⟦COPY⟧ a b",
    "mixed case": "From debian:12",
    "mixed among lower": "From debian:12\nrun true",
    "as many in either": "from debian:12\nRUN true",
    "ONBUILD itself": "FROM debian:12\n⟦onbuild⟧ RUN true",
}

STAYS_QUIET = {
    "all upper": "FROM debian:12\nRUN true",
    "all lower": "from debian:12\nrun true",
    "AS does not count": "FROM debian:12 as build",
    "ARG above FROM does not count": "arg A=1\narg B=2\nFROM debian:12",
    "nor what ONBUILD runs": "FROM debian:12\nONBUILD run true",
    "nor a heredoc": "FROM debian:12\nCOPY <<EOF /x\nfrom a\nrun b\nEOF",
    "nor what is no keyword": "FROM debian:12\nfetch a b",
}

FIXES = {
    "upper": ("FROM debian:12\ncopy a b\nRun true", "FROM debian:12\nCOPY a b\nRUN true"),
    "lower": ("from debian:12\ncopy a b\nRun true", "from debian:12\ncopy a b\nrun true"),
}
