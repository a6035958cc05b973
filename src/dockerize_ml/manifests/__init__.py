"""Dependency formats, one reader per module, each yielding requirements with file and line."""
