import pandas as pd
import typer

app = typer.Typer()


@app.command()
def report(path: str = typer.Option("numbers.csv", help="what to read")):
    frame = pd.read_csv(path)
    total = pd.Series([], dtype=float).append(frame["n"])
    typer.echo("%d rows, sum %d" % (len(frame), total.sum()))


if __name__ == "__main__":
    app()
