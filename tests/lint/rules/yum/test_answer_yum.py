CATCHES = {
    "plain": "RUN ⟦yum install httpd-2.4.24⟧",
    "group": "RUN ⟦yum groupinstall 'Development Tools'⟧",
    "file": "RUN ⟦yum localinstall httpd.rpm⟧",
    "group in two words": "RUN yum group install core",
    "quiet is no answer": "RUN yum -q install httpd-2.4.24",
    "only the second is answered": "RUN ⟦yum install a-1⟧ && yum install -y b-1",
    "by sudo": "RUN sudo ⟦yum install httpd-2.4.24⟧",
    "onbuild": "ONBUILD RUN yum install httpd-2.4.24",
}

STAYS_QUIET = {
    "flag": "RUN yum install -y httpd-2.4.24",
    "flag before the verb": "RUN yum -y install httpd-2.4.24",
    "long": "RUN yum install --assumeyes httpd-2.4.24",
    "in a cluster": "RUN yum install -qy httpd-2.4.24",
    "setting": "RUN yum --setopt=assumeyes=1 install httpd-2.4.24",
    "answered by a pipe": "RUN yes | yum install httpd-2.4.24",
    "clean asks nothing": "RUN yum clean all",
    "other program": "RUN notyum install httpd",
}

FIXES = {
    "behind the verb": ("RUN yum install httpd-2.4.24", "RUN yum install -y httpd-2.4.24"),
    "exec form": ('RUN ["yum", "install", "httpd-2.4.24"]', 'RUN ["yum", "install", "-y", "httpd-2.4.24"]'),
}
