"""How apt-get's command line reads."""

from dockerize_ml.lint.rules._managers import Manager, manager

APT_GET = manager(
    "apt-get",
    valued="""
        -t --target-release --default-release -o --option -c --config-file -a --host-architecture
        -P --build-profiles --solver --planner
    """,
)

APT = Manager(frozenset({"apt-get", "apt"}), APT_GET.valued)
"""Both, for what is asked of them by the same words."""
