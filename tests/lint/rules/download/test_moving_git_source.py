CATCHES = {
    "a clone": "RUN ⟦git clone https://github.com/example/tool.git⟧",
    "a shallow clone": "RUN git clone --depth 1 https://github.com/example/tool",
    "in a folder": "RUN cd /srv && ⟦git clone https://github.com/example/tool.git x⟧ && make",
    "by SSH": "RUN git clone git@github.com:example/tool.git",
    "by pip": "RUN pip install ⟦git+https://github.com/example/tool⟧",
    "by pip, with a name": 'RUN pip install ⟦"tool @ git+https://github.com/example/tool.git"⟧',
    "by pip, editable": "RUN pip install -e git+https://github.com/example/tool.git#egg=tool",
    "by uv": "RUN uv pip install --system git+https://github.com/example/tool",
    "by SSH, where the user is no version": "RUN pip install git+ssh://git@github.com/example/tool.git",
    "checked out before, another one": (
        "RUN git clone https://a.example/a && cd a && git checkout v1\nRUN ⟦git clone https://a.example/b⟧"
    ),
}

STAYS_QUIET = {
    "a tag": "RUN git clone --branch v1.2 https://github.com/example/tool.git",
    "a tag in short": "RUN git clone -b v1.2 --depth 1 https://github.com/example/tool.git",
    "a commit": "RUN git clone --revision=abc https://github.com/example/tool.git",
    "checked out afterwards": "RUN git clone https://github.com/example/tool.git && cd tool && git checkout abc123",
    "checked out in another folder": "RUN git clone https://a.example/t && git -C t checkout abc123",
    "checked out by a later RUN": "RUN git clone https://a.example/t\nRUN cd t && git checkout abc123",
    "set to a commit": "RUN git clone https://a.example/t && cd t && git reset --hard abc123",
    "a commit of a fetch": (
        "RUN git clone https://a.example/t && cd t && git fetch origin abc && git checkout FETCH_HEAD"
    ),
    "by pip, a tag": "RUN pip install git+https://github.com/example/tool@v1.2",
    "by pip, a tag and a folder": "RUN pip install git+https://github.com/example/tool.git@v1.2#subdirectory=x",
    "by pip, a variable": "RUN pip install git+https://github.com/example/tool@$REF",
    "by pip, all of it a variable": "RUN pip install git+$URL",
    "a local repository": "RUN git clone /mnt/tool.git",
    "the address is a variable": "RUN git clone $URL tool",
    "ADD with a version": "ADD https://github.com/example/tool.git#v1.2 /tool",
    "another command of git": "RUN git config --global user.name x",
    "only said": "RUN echo git clone https://github.com/example/tool.git",
}
