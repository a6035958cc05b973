"""Rules about apt and apt-get."""
