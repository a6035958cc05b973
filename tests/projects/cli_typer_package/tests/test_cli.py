from csvlite.cli import app
