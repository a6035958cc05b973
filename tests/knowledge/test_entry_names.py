from collections import Counter

from dockerize_ml.knowledge.entry_names import entry_names, entry_rank


def test_each_name_stands_once() -> None:
    assert [name for name, count in Counter(entry.name for entry in entry_names()).items() if count > 1] == []


def test_programs_come_before_unknown_names_and_helpers_last() -> None:
    names = ["utils.py", "analysis_of_sales.py", "train.py", "main.py", "run.py", "app.py"]
    assert sorted(names, key=entry_rank) == [
        "app.py",
        "main.py",
        "run.py",
        "train.py",
        "analysis_of_sales.py",
        "utils.py",
    ]


def test_a_beginning_tells_where_a_word_ends() -> None:
    known = ["run_experiment.py", "runGameOfLife.py", "main-2.py", "Start_here.py", "train_pipeline.py"]
    unknown = ["runner.py", "mainly.py", "starting.py", "rerun_all.py", "trainer.py"]
    assert all(entry_rank("train.py") < entry_rank(name) < entry_rank(other) for name in known for other in unknown)
