CATCHES = {
    "pip": "RUN pip install ⟦--trusted-host⟧ pypi.example.com flask",
    "pip in one word": "RUN pip install --trusted-host=index.example.org flask",
    "wget": "RUN wget ⟦--no-check-certificate⟧ https://a.example/a",
    "curl": "RUN curl ⟦-k⟧ https://a.example/a",
    "curl among other letters": "RUN curl ⟦-fsSLk⟧ https://a.example/a",
    "curl, long": "RUN curl --insecure https://a.example/a",
    "git": "RUN git config --global ⟦http.sslVerify⟧ false",
    "git for one command": "RUN git -c http.sslVerify=false clone https://a.example/a",
    "apt": "RUN apt-get install -y --force-yes git",
    "an archive": "RUN echo 'deb [trusted=yes] https://a.example stable main' > /etc/apt/sources.list.d/a.list",
    "yum": "RUN yum install -y --nogpgcheck git",
    "conda": "RUN conda config --set ssl_verify false",
    "npm": "RUN npm config set strict-ssl false",
}

STAYS_QUIET = {
    "nothing off": "RUN curl -fsSL https://a.example/a",
    "compared by its sum": "RUN curl -k https://a.example/a -o a && sha256sum -c a.sha256",
    "itself": "RUN curl -k https://localhost/health",
    "a file's name": "RUN curl -okeys.txt https://a.example/a",
    "a header": "RUN curl -HCookie:k=1 https://a.example/a",
    "git's setting on": "RUN git config --global http.sslVerify true",
    "another setting": "RUN conda config --set auto_activate_base false",
    "another program's k": "RUN tar -xkf a.tar",
    "an archive with its key": (
        "RUN echo 'deb [signed-by=/k] https://a.example stable main' > /etc/apt/sources.list.d/a.list"
    ),
    "a local package": "RUN apk add --allow-untrusted ./a.apk",
    "a health check": "HEALTHCHECK CMD curl -k https://localhost",
    "only said": "RUN echo --no-check-certificate",
    "pip's index": "RUN pip install -i https://pypi.example.com flask",
}

FIXES = {
    "the usual index": ("RUN pip install --trusted-host index.example.org flask", "RUN pip install flask"),
    "two of its hosts": (
        "RUN pip install --trusted-host index.example.org --trusted-host files.example.org flask",
        "RUN pip install flask",
    ),
    "in one word": ("RUN pip install flask --trusted-host=index.example.org", "RUN pip install flask"),
    "not an index of one's own": (
        "RUN pip install -i https://a.example/simple --trusted-host a.example flask",
        "RUN pip install -i https://a.example/simple --trusted-host a.example flask",
    ),
}
