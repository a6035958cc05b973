"""Rules about what the layers of an image hold."""
