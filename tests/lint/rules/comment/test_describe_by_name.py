CATCHES = {
    "ARG": "# which one\n⟦ARG A=1⟧\nFROM debian:12",
    "FROM": "# which one\n⟦FROM debian:12 AS build⟧",
    "the nearest comment counts": "# A is this\n# and that\nARG A=1\nFROM debian:12",
    "none of several": "FROM debian:12\n# C is this\nARG A=1 B=2",
    "a blank line between": "# which one\n\n⟦ARG A=1⟧\nFROM debian:12",
    "a colon behind the name": "# A: this\nARG A=1\nFROM debian:12",
    "a stage in upper case": "# Build is this\nFROM debian:12 AS Build",
    "upper case matters": "# a is this\nARG A=1\nFROM debian:12",
}

STAYS_QUIET = {
    "ARG": "# A is this\nARG A=1\nFROM debian:12",
    "FROM": "# build is this\nFROM debian:12 AS build",
    "one of several": "FROM debian:12\n# B is this\nARG A=1 B=2",
    "an empty comment between": "# which one\n#\nARG A=1\nFROM debian:12",
    "a stage without a name": "# which one\nFROM debian:12",
    "a comment on what stands above": "# B is this\nARG B\nARG A=1\nFROM debian:12",
    "no comment": "ARG A=1\nFROM debian:12",
    "inside": "FROM debian:12\nARG \\\n# which one\n  A=1",
    "another instruction": "FROM debian:12\n# which one\nENV A=1",
    "for images built on this one": "FROM debian:12\n# which one\nONBUILD ARG A",
}
