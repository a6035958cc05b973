CATCHES = {
    "plain": "RUN zypper install -y ⟦tomcat⟧",
    "short": "RUN zypper -n in ⟦tomcat⟧",
    "one of several": "RUN zypper install -y tomcat=9 ⟦httpd⟧",
    "repository is no package": "RUN zypper -n in -r repo ⟦tomcat⟧",
    "type is package": "RUN zypper -n in -t package ⟦tomcat⟧",
    "from a variable": "RUN zypper -n in ⟦$PACKAGES⟧",
    "onbuild": "ONBUILD RUN zypper install -y ⟦tomcat⟧",
}

STAYS_QUIET = {
    "version": "RUN zypper install -y tomcat=9.0",
    "at least": 'RUN zypper install -y "tomcat>=9.0"',
    "escaped": "RUN zypper install -y tomcat\\>9.0",
    "file": "RUN zypper install -y tomcat-9.0.39.rpm",
    "repository": "RUN zypper -n in --repo repo tomcat=9.0",
    "pattern": "RUN zypper -n in -t pattern devel_basis",
    "pattern by its sign": "RUN zypper -n in pattern:devel_basis",
    "removed": "RUN zypper -n in tomcat=9.0 '!httpd'",
    "another verb": "RUN zypper -n remove tomcat",
    "nothing named": "RUN zypper -n in",
}
