"""The only user of subprocess and of the Docker client."""
