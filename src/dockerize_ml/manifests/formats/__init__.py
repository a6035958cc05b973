"""One dependency format per module; each registers its reader."""
