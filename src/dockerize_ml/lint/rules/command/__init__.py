"""Rules about CMD, ENTRYPOINT and HEALTHCHECK."""
