CATCHES = {
    "plain": "RUN ⟦dnf install httpd-2.4.24⟧",
    "group": "RUN ⟦dnf groupinstall 'Development Tools'⟧",
    "file": "RUN ⟦dnf localinstall httpd.rpm⟧",
    "group in two words": "RUN dnf group install core",
    "quiet is no answer": "RUN dnf -q install httpd-2.4.24",
    "only the second is answered": "RUN ⟦dnf install a-1⟧ && dnf install -y b-1",
    "by sudo": "RUN sudo ⟦dnf install httpd-2.4.24⟧",
    "microdnf": "RUN ⟦microdnf install httpd-2.4.24⟧",
    "onbuild": "ONBUILD RUN dnf install httpd-2.4.24",
}

STAYS_QUIET = {
    "flag": "RUN dnf install -y httpd-2.4.24",
    "flag before the verb": "RUN dnf -y install httpd-2.4.24",
    "long": "RUN dnf install --assumeyes httpd-2.4.24",
    "in a cluster": "RUN dnf install -qy httpd-2.4.24",
    "setting": "RUN dnf --setopt=assumeyes=1 install httpd-2.4.24",
    "answered by a pipe": "RUN yes | dnf install httpd-2.4.24",
    "clean asks nothing": "RUN dnf clean all",
    "other program": "RUN notdnf install httpd",
}

FIXES = {
    "behind the verb": ("RUN dnf install httpd-2.4.24", "RUN dnf install -y httpd-2.4.24"),
    "exec form": ('RUN ["dnf", "install", "httpd-2.4.24"]', 'RUN ["dnf", "install", "-y", "httpd-2.4.24"]'),
}
