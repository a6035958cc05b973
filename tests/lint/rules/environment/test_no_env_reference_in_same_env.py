CATCHES = {
    "plain": "ENV A=1 ⟦B=$A⟧",
    "in braces": 'ENV BLA="blub" ⟦BLUBB="${BLA}/foo"⟧',
    "before it": "ENV ⟦B=$A⟧ A=1",
    "twice the same": "ENV PATH=/a:$PATH PATH=/b:$PATH",
    "in the middle": 'ENV BLUB="foo/$BLA/x" BLA="1"',
}

STAYS_QUIET = {
    "two instructions": "ENV A=1\nENV B=$A",
    "set before": "ENV A=1\nENV A=2 B=$A",
    "declared before": "ARG A\nENV A=2 B=$A",
    "set in the parent stage": "FROM a:1 AS x\nENV A=1\nFROM x\nENV A=2 B=$A",
    "its own old value": "ENV PATH=/a:$PATH B=1",
    "begins with the name": "ENV A=1 B=$AB",
    "begins with the name in braces": 'ENV BLA="1" B="${BLABLA}/$BLAB"',
    "a default": "ENV A=1 B=${A:-x}",
    "single quotes": "ENV A=1 B='$A'",
    "escaped": "ENV A=1 B=\\$A",
    "one pair": "ENV A=$A",
    "old form": "ENV A $A",
}
