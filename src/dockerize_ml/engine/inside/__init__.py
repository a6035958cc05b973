"""Programs whose text is sent into a container: standard library only, for any Python from 3.7 on."""
