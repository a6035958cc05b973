"""Rules about conda and mamba."""
