CATCHES = {
    "plain": "RUN ⟦wget https://example.com/a.tar⟧",
    "names its file": "RUN ⟦wget -O a.tar https://example.com/a.tar⟧",
    "no clobber is not quiet": "RUN wget -nc https://example.com/a.tar",
    "second command": "RUN apt-get update && ⟦wget https://example.com/a.tar⟧",
    "only the output goes away": "RUN wget -O- https://example.com/a.tar > /dev/null",
    "onbuild": "ONBUILD RUN wget https://example.com/a.tar",
}

STAYS_QUIET = {
    "progress": "RUN wget --progress=dot:giga https://example.com/a.tar",
    "progress in two words": "RUN wget --progress dot:giga https://example.com/a.tar",
    "quiet": "RUN wget -q https://example.com/a.tar",
    "quiet in a cluster": "RUN wget -qO- https://example.com/a.tar",
    "quiet, long": "RUN wget --quiet https://example.com/a.tar",
    "not verbose": "RUN wget -nv https://example.com/a.tar",
    "not verbose, long": "RUN wget --no-verbose https://example.com/a.tar",
    "log file": "RUN wget -o /tmp/log https://example.com/a.tar",
    "log file, long": "RUN wget --output-file=/tmp/log https://example.com/a.tar",
    "appended log": "RUN wget -a /tmp/log https://example.com/a.tar",
    "appended log, long": "RUN wget --append-output=/tmp/log https://example.com/a.tar",
    "messages go away": "RUN wget https://example.com/a.tar 2>/dev/null",
    "another program": "RUN curl https://example.com/a.tar",
    "installing it": "RUN apt-get install wget",
}

FIXES = {
    "behind the name": ("RUN wget a.example", "RUN wget --progress=dot:giga a.example"),
    "exec form": ('RUN ["wget", "a.example"]', 'RUN ["wget", "--progress=dot:giga", "a.example"]'),
}
