"""How apt-get's command line reads."""

from dockerize_ml.lint.rules._managers import manager

APT_GET = manager(
    "apt-get",
    valued="""
        -t --target-release --default-release -o --option -c --config-file -a --host-architecture
        -P --build-profiles --solver --planner
    """,
)
