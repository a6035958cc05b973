"""Requirements, Debian packages, variables or an older Python that the failure's own row names."""

from collections.abc import Iterator

from dockerize_ml.engine.diagnosis import Diagnosis
from dockerize_ml.knowledge.pythons import minor_key
from dockerize_ml.mending.change import Change
from dockerize_ml.mending.registry import Situation, remedy


@remedy("named")
def what_the_row_names(diagnosis: Diagnosis, situation: Situation) -> Iterator[Change]:
    """Each kind that the row has; a placeholder is filled with what the log says."""
    row = diagnosis.failure
    if row.requires:
        requires = tuple(each.format_map(diagnosis.words) for each in row.requires)
        yield Change("requirements", requires, diagnosis.meaning)
    if row.apt_packages:
        yield Change("apt-packages", row.apt_packages, diagnosis.meaning)
    if row.build_packages:
        yield Change("build-packages", row.build_packages, diagnosis.meaning)
    if row.env:
        yield Change("env", row.env, diagnosis.meaning)
    if row.python and situation.python and minor_key(row.python) < minor_key(situation.python):
        yield Change("python", (row.python,), diagnosis.meaning)
