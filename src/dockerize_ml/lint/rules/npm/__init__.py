"""Rules about npm."""
