"""The rules, one per module, grouped by family."""
