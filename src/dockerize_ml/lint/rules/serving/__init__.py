"""Rules about the program that the image starts."""
