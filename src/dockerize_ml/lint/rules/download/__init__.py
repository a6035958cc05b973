"""Rules about what a build fetches."""
