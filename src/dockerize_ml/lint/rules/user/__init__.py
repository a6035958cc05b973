"""Rules about who runs what."""
