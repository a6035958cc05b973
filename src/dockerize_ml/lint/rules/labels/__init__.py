"""Rules about LABEL."""
