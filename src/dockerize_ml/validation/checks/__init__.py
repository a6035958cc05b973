"""The checks, found by walking this package; each yields rows of the checklist."""
