from csvlite.cli import app

app()
