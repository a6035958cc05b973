CATCHES = {
    "777": "RUN ⟦chmod -R 777 /app⟧",
    "flag behind": "RUN chmod 777 -R /app",
    "four digits": "RUN chmod -R 0777 /data",
    "in letters": "RUN chmod -R a+rwx /opt/conda",
    "for others": "RUN chmod -R o+w /app",
    "copied": "COPY ⟦--chmod=777⟧ . /app",
    "added": "ADD --chmod=0777 a.tar /",
    "behind others": "RUN mkdir /data && ⟦chmod -R 777 /data⟧",
    "among temporary ones": "RUN chmod -R 777 /tmp /app",
}

STAYS_QUIET = {
    "for the group": "RUN chmod -R g+rwX /app",
    "as the owner": "RUN chmod -R g=u /app",
    "only to read": "RUN chmod -R a+rX /app",
    "to be run": "RUN chmod -R +x /app/bin",
    "755": "RUN chmod -R 755 /app",
    "what is for all": "RUN chmod -R 777 /tmp",
    "below what is for all": "RUN chmod -R 1777 /var/tmp/x",
    "one file": "RUN chmod 777 /entry.sh",
    "copied, 755": "COPY --chmod=755 entry.sh /",
    "a name": "RUN chmod -R 755 /app/777",
    "another command": "RUN install -m 777 a b",
    "only said": "RUN echo chmod -R 777 /app",
}
