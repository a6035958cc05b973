CATCHES = {
    "plain": "RUN ⟦zypper install httpd=2.4.24⟧",
    "short": "RUN ⟦zypper in httpd=2.4.24⟧",
    "remove": "RUN ⟦zypper remove httpd⟧",
    "remove, short": "RUN zypper rm httpd",
    "source": "RUN zypper source-install httpd",
    "patch": "RUN ⟦zypper patch⟧",
    "onbuild": "ONBUILD RUN zypper install httpd=2.4.24",
}

STAYS_QUIET = {
    "before the verb": "RUN zypper --non-interactive install httpd=2.4.24",
    "behind the verb": "RUN zypper install --non-interactive httpd=2.4.24",
    "short": "RUN zypper -n in httpd=2.4.24",
    "yes": "RUN zypper install -y httpd=2.4.24",
    "no confirm": "RUN zypper install --no-confirm httpd=2.4.24",
    "answered by a pipe": "RUN yes | zypper install httpd=2.4.24",
    "clean asks nothing": "RUN zypper clean",
    "refresh asks nothing": "RUN zypper refresh",
}

FIXES = {
    "in front of the verb": ("RUN zypper in httpd=2.4.24", "RUN zypper --non-interactive in httpd=2.4.24"),
    "exec form": ('RUN ["zypper", "patch"]', 'RUN ["zypper", "--non-interactive", "patch"]'),
}
