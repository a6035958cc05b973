CATCHES = {
    "plain": "RUN ⟦zypper install -y mariadb=10.4⟧",
    "short": "RUN ⟦zypper -n in mariadb=10.4⟧",
    "cleaned before": "RUN zypper clean && ⟦zypper install -y mariadb=10.4⟧",
    "cleaned in a later layer": "RUN zypper install -y mariadb=10.4\nRUN zypper clean",
    "another folder removed": "RUN zypper install -y mariadb=10.4 && rm -rf /tmp/x",
    "mount elsewhere": "RUN --mount=type=cache,target=/var/cache/foo zypper install -y mariadb=10.4",
    "onbuild": "ONBUILD RUN zypper install -y mariadb=10.4",
}

STAYS_QUIET = {
    "cleaned": "RUN zypper install -y mariadb=10.4 && zypper clean",
    "cleaned, short": "RUN zypper install -y mariadb=10.4 && zypper cc -a",
    "removed": "RUN zypper install -y mariadb=10.4 && rm -rf /var/cache/zypp/*",
    "cache mount": "RUN --mount=type=cache,target=/var/cache/zypp zypper install -y mariadb=10.4",
    "cache mount above": "RUN --mount=type=cache,target=/var/cache zypper install -y mariadb=10.4",
    "tmpfs mount": "RUN --mount=type=tmpfs,target=/var/cache/zypp zypper install -y mariadb=10.4",
    "another verb": "RUN zypper -n remove mariadb",
}
