"""What can be seen in a project, one detector per module."""
