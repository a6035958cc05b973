"""The commands, one verb per module, found by walking this package."""
