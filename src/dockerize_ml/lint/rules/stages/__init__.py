"""Rules about build stages and their names."""
