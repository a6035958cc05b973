"""The only reader of a user's files: size limits, encodings, links, Python source through ast."""
