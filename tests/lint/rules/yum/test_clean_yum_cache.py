CATCHES = {
    "plain": "RUN ⟦yum install -y tomcat-9⟧",
    "cleaned before": "RUN yum clean all && ⟦yum install -y tomcat-9⟧",
    "removed before": "RUN rm -rf /var/cache/yum && ⟦yum install -y tomcat-9⟧",
    "cleaned in a later layer": "RUN yum install -y tomcat-9\nRUN yum clean all",
    "another folder removed": "RUN ⟦yum install -y tomcat-9⟧ && rm -rf /tmp/x",
    "mount elsewhere": "RUN --mount=type=cache,target=/var/cache/foo yum install -y tomcat-9",
    "bind mount keeps nothing": "RUN --mount=type=bind,target=/var/cache/yum yum install -y tomcat-9",
    "by sudo": "RUN sudo ⟦yum install -y tomcat-9⟧",
    "onbuild": "ONBUILD RUN yum install -y tomcat-9",
}

STAYS_QUIET = {
    "cleaned": "RUN yum install -y tomcat-9 && yum clean all",
    "cleaned with a flag": "RUN yum install -y tomcat-9 && yum -y clean all",
    "removed": "RUN yum install -y tomcat-9 && rm -rf /var/cache/yum/*",
    "one of several": "RUN yum install -y tomcat-9 && rm -rf /tmp/* /var/cache/{yum,dnf}",
    "folder above removed": "RUN yum install -y tomcat-9 && rm -rf /var/cache/*",
    "cache mount": "RUN --mount=type=cache,target=/var/cache/yum yum install -y tomcat-9",
    "cache mount above": "RUN --mount=type=cache,target=/var/cache yum install -y tomcat-9",
    "tmpfs mount": "RUN --mount=type=tmpfs,target=/var/cache/yum yum install -y tomcat-9",
    "another verb": "RUN yum remove -y tomcat",
    "other program": "RUN notyum install tomcat",
}
