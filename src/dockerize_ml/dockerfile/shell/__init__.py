"""Shell text inside RUN and CMD, read into commands that know their place in the Dockerfile. Runs nothing."""
