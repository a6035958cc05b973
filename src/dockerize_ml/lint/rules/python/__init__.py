"""Our own rules about how Python dependencies are installed (ML2xx)."""
