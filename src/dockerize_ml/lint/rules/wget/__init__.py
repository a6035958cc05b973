"""Rules about wget."""
