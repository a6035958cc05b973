CATCHES = {
    "link": "RUN ⟦ln -sfv /bin/bash /bin/sh⟧",
    "in a list": "RUN a && ln -s bash /bin/sh && b",
    "onbuild": "ONBUILD RUN ln -sfv /bin/bash /bin/sh",
}

STAYS_QUIET = {
    "another link": "RUN ln -s /bin/true /bin/false",
    "another command": "RUN ln -s foo bar && unrelated && something_with /bin/sh",
    "SHELL": 'SHELL ["/bin/bash", "-c"]',
}
