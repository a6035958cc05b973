"""Rules about go."""
