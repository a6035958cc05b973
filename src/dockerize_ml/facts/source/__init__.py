"""The project's own Python: which file imports which, and what a name in it stands for."""
