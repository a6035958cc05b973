"""Where a project says which Python it is for, and how rival words become one minor version."""
