"""The project's own words on how it is started: Procfile, compose, README, platform settings and the like."""
