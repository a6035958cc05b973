"""Rules about ENV and ARG."""
