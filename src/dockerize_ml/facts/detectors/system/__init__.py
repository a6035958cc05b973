"""Where it shows that a program needs Debian packages: what it requires, what it calls, what its author listed."""
