"""Rules about models and their weights."""
