"""Rules about the image a stage starts from."""
