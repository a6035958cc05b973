"""Rules about a project and its Dockerfile together; they need the build context."""
