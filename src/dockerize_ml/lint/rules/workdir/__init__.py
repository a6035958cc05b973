"""Rules about the folder that instructions work in."""
