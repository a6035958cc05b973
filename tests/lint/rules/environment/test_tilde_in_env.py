CATCHES = {
    "first": "ENV PATH=⟦~/bin:$PATH⟧",
    "later": "ENV PATH=$PATH:~/.local/bin",
    "in quotes": 'ENV PATH="~/bin:$PATH"',
    "the old form": "ENV PATH ~/bin:$PATH",
    "another path": "ENV PYTHONPATH=~/app",
    "copied": "COPY a ⟦~/⟧",
    "added": "ADD a ~/b",
    "copied from a stage": "FROM a:1 AS a\nFROM b:1\nCOPY --from=a /x ~/x",
}

STAYS_QUIET = {
    "the path itself": "ENV PATH=/root/bin:$PATH",
    "a variable": "ENV PATH=$HOME/bin:$PATH",
    "a shell replaces it": "RUN mkdir ~/bin",
    "no path": "ENV PS1='~ $ '",
    "what a program replaces itself": "ENV HF_HOME=~/.cache",
    "a version": "ENV VERSION=~1.2",
    "a backup": "COPY a~ /b",
    "in a name": "ENV PATH=/opt/a~b/bin:$PATH",
    "only the source": "COPY ~/a /a",
    "in a label": "LABEL path=~/x",
}

FIXES = {
    "root's": ("ENV PATH=~/bin:$PATH:~/x", "ENV PATH=/root/bin:$PATH:/root/x"),
    "copied": ("COPY a ~/", "COPY a /root/"),
    "not another user's": ("USER app\nENV PATH=~/bin:$PATH", "USER app\nENV PATH=~/bin:$PATH"),
}
