"""Rules about pip."""
