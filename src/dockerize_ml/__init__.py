"""dockerize-ml: from a Python project to a container image you can trust."""

__version__ = "0.1.0"
