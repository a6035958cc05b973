"""From facts and settings to a plan of the image: says what, not how."""
