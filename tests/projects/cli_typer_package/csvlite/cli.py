import typer

app = typer.Typer()

@app.command()
def head(path: str):
    print(path)

if __name__ == '__main__':
    app()
