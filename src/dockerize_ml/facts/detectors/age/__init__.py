"""Where it shows when a project was last worked on."""
