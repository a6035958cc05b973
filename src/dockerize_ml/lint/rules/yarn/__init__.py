"""Rules about yarn."""
