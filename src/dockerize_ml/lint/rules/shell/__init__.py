"""Rules about what RUN does, whatever it installs."""
