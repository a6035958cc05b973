CATCHES = {
    "at the instruction's last line": "ENV A=1 \\\n\n  ⟦B=2⟧\nENV C=3",
    "several": "ENV A=1 \\\n\n\n  B=2 \\\n\n  ⟦C=3⟧",
    "blanks are blank": "ENV A=1 \\\n \t \n  ⟦B=2⟧",
    "at the end of the file": "ENV A=1 \\\n\n",
    "at the end of a file without a last newline": "ENV A=1 \\\n  ",
    "above a heredoc": "COPY \\\n\n  ⟦<<EOF /x⟧\ntext\nEOF",
    "in ONBUILD": "ONBUILD ENV A=1 \\\n\n  ⟦B=2⟧",
    "in FROM": "FROM \\\n\n  ⟦debian:12⟧",
    "another escape character": "# escape=`\nFROM debian:12\nENV A=1 `\n\n  ⟦B=2⟧",
}

STAYS_QUIET = {
    "no blank line": "ENV A=1 \\\n  B=2",
    "a comment": "ENV A=1 \\\n  # why\n  B=2",
    "an empty comment": "ENV A=1 \\\n#\n  B=2",
    "between instructions": "ENV A=1\n\nENV B=2",
    "inside a heredoc": "COPY <<EOF /x\na\n\nb\nEOF",
    "a backslash that continues nothing": "# escape=`\nFROM debian:12\nENV A=1\\\n\nENV B=2",
}

FIXES = {
    "all of them": ("ENV A=1 \\\n\n  \n  B=2 \\\n\n  C=3\n", "ENV A=1 \\\n  B=2 \\\n  C=3\n"),
}
