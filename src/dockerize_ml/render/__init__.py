"""From a plan to the text of the files; the only user of Jinja2."""
