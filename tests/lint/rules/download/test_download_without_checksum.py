CATCHES = {
    "an archive": "RUN wget ⟦https://a.example/a-1.2.tar.gz⟧ && tar xf a-1.2.tar.gz",
    "a script": "RUN curl -fsSLo install.sh https://a.example/install.sh && sh install.sh",
    "a package": "RUN curl -O https://a.example/a.deb && dpkg -i a.deb",
    "in quotes": 'RUN wget "⟦https://a.example/a.zip⟧"'.replace('"⟦', '⟦"').replace('⟧"', '"⟧'),
    "with a query": "RUN wget https://a.example/a.zip?raw=true",
    "ADD": "ADD ⟦https://a.example/a.txt⟧ /a.txt",
    "ADD with other flags": "ADD --chown=app https://a.example/a.bin /a",
    "the second one": "RUN curl https://a.example/key.gpg -o k && curl -O ⟦https://a.example/a.run⟧",
}

STAYS_QUIET = {
    "a sum": "RUN wget https://a.example/a.tgz && echo 'abc  a.tgz' | sha256sum -c - && tar xf a.tgz",
    "a signature": "RUN wget https://a.example/a.tgz && gpg --verify a.tgz.asc a.tgz",
    "aria2's own": "RUN aria2c --checksum=sha-256=abc https://a.example/a.tgz",
    "ADD with a sum": "ADD --checksum=sha256:abc https://a.example/a.tgz /",
    "a repository": "ADD https://github.com/a/b.git#v1 /b",
    "an archive's key": "RUN curl -fsSL https://a.example/gpg.key -o /etc/apt/keyrings/a.gpg",
    "an archive's list": "RUN curl https://a.example/prod.list > /etc/apt/sources.list.d/a.list",
    "by its commit": "RUN wget https://raw.example/a/b/70aedc4e31f4785b537b026f903fafc758fb2c17/a.sh",
    "through a pipe, which another rule sees": "RUN curl https://a.example/install.sh | sh",
    "itself": "RUN curl http://localhost:8000/a.zip",
    "only asked": "RUN curl -f https://a.example/health",
    "local": "COPY a.tgz /",
    "only said": "ENV URL=https://a.example/a.tgz",
    "pip": "RUN pip install https://a.example/a-1.0-py3-none-any.whl",
}
