"""A variable without a default that is not set."""

from collections.abc import Iterator

from dockerize_ml.mending.need import Asked, Need, last_line, need


@need
def a_variable(asked: Asked) -> Iterator[Need]:
    """The one that the log names, and all others that have no default."""
    missing: dict[str, str] = {}
    for found in asked.found:
        if name := found.words.get("variable"):
            missing[name] = missing.get(name) or found.failure.needs
    if not missing and not any(found.failure.needs == "variable" for found in asked.found):
        return
    read = asked.situation.inspection.facts.environment.evidence
    places = {each.reason.partition(",")[0]: each for each in read}
    outside = asked.situation.inspection.outside
    # The image makes what the program signs with, and has what an example gives.
    given = {*(each.name for each in outside.own_secrets), *(each.name for each in outside.samples)}
    required = [
        name for name, each in places.items() if each.reason.endswith("without a default") and name not in given
    ]
    # Django tells of its setting, and `DJANGO_SECRET_KEY` is what the settings read.
    missing = {next((read for read in places if read.endswith(f"_{name}")), name): missing[name] for name in missing}
    # A key that is missing may be any dictionary's; what is called a variable is one.
    told = [name for name, lack in missing.items() if lack == "variable" or name in places]
    for name in dict.fromkeys((*told, *required)):
        because = places.get(name) or (last_line(asked.trouble, "asks for it") if name in missing else None)
        yield Need(f"needs the variable `{name}`", because, f"Pass --env {name}=… to `dockerize-ml run`.")
