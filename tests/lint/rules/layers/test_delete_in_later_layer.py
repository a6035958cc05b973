CATCHES = {
    "the lists": "RUN apt-get update && apt-get install -y git\nRUN ⟦rm -rf /var/lib/apt/lists/*⟧",
    "two cleanings": "RUN apt-get install -y git\nRUN ⟦apt-get clean⟧ && rm -rf /var/lib/apt/lists/*",
    "an archive": "RUN wget https://a.example/a.tgz\nRUN rm a.tgz",
    "an archive that was copied": "COPY a.tar.gz /a.tar.gz\nRUN tar xf /a.tar.gz\nRUN rm /a.tar.gz",
    "pip's cache": "RUN pip install flask\nRUN rm -rf /root/.cache/pip",
    "pip's cache by pip": "RUN pip install flask\nRUN pip cache purge",
    "conda's": "RUN conda install -y numpy\nRUN conda clean -afy",
    "what was temporary": "RUN make\nRUN rm -rf /tmp/* /var/tmp/*",
    "of the stage below": "FROM a:1 AS a\nRUN x\nFROM a\nRUN rm -rf /var/lib/apt/lists/*",
}

STAYS_QUIET = {
    "the same RUN": "RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*",
    "a builder": "FROM a:1 AS a\nRUN x\nRUN rm -rf /tmp/*\nFROM b:1\nCOPY --from=a /x /x",
    "it does more": "RUN make\nRUN rm -rf /tmp/* && make install",
    "settings, not space": "RUN apt-get install -y nginx\nRUN rm /etc/nginx/sites-enabled/default",
    "keys, not space": "RUN apt-get install -y openssh-server\nRUN rm -f /etc/ssh/ssh_host_*",
    "a package's traces": "RUN pip install x\nRUN rm -rf /usr/lib/python3/dist-packages/x.dist-info",
    "a program": "RUN x\nRUN rm /usr/bin/sudo",
    "of the base image": "FROM a:1\nRUN rm -rf /var/lib/apt/lists/*",
    "one that asks": "RUN x\nRUN pip cache dir && ls",
    "a mount": "RUN x\nRUN --mount=type=cache,target=/tmp rm -rf /tmp/*",
    "a variable": "RUN x\nRUN rm -rf $FOLDER",
}

FIXES = {
    "behind the RUN before": (
        "RUN apt-get update && apt-get install -y git\nRUN rm -rf /var/lib/apt/lists/*\nCMD x\n",
        "RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*\nCMD x\n",
    ),
    "not behind what may fail": (
        "RUN make || true\nRUN rm -rf /tmp/*\n",
        "RUN make || true\nRUN rm -rf /tmp/*\n",
    ),
    "not where something stands between": (
        "RUN make\nCOPY a /a\nRUN rm -rf /tmp/*\n",
        "RUN make\nCOPY a /a\nRUN rm -rf /tmp/*\n",
    ),
}
