"""Rules about what BuildKit refuses or has given up."""
