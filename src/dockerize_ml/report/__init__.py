"""How results are shown: terminal, JSON and the formats of other tools."""
