"""Learn yesterday's demand by hour and print a forecast for tomorrow: a job for the night."""

import argparse
import csv
from pathlib import Path

import lightgbm
import numpy

HISTORY = Path(__file__).parent / "data" / "demand.csv"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40, help="boosting rounds")
    arguments = parser.parse_args()

    with HISTORY.open(newline="") as file:
        rows = [[float(cell) for cell in row] for row in list(csv.reader(file))[1:]]
    table = numpy.array(rows)
    data = lightgbm.Dataset(table[:, :2], label=table[:, 2])
    settings = {"objective": "regression", "min_data_in_leaf": 2, "num_threads": 2, "verbose": -1}
    model = lightgbm.train(settings, data, num_boost_round=arguments.rounds)

    hours = numpy.array([[1.0, hour] for hour in range(24)])
    for hour, demand in enumerate(model.predict(hours)):
        print(f"{hour:02}:00  {demand:6.1f}")


if __name__ == "__main__":
    main()
