"""How zypper's command line reads."""

from dockerize_ml.lint.rules._managers import manager

ZYPPER = manager(
    "zypper",
    valued="""
        -c --config -R --root -C --cache-dir -D --reposd-dir --installroot -p --plus-repo --plus-content -t --type
        -r --repo --from --solv-cache-dir --raw-cache-dir --pkg-cache-dir --userdata --releasever --download
        --solver-focus --bugzilla --bz --cve --issue --date -g --category --severity -A --alias
    """,
)
INSTALL = ("install", "in")
