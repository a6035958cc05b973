PROJECT = {
    "start.sh": "#!/bin/sh\nexec gunicorn app:app\n",
    "docker/entry.sh": '#!/bin/sh\nexec "$@"\n',
    "windows.sh": "#!/bin/sh\r\nexec gunicorn app:app\r\n",
    "bare.sh": "exec gunicorn app:app\n",
}

CATCHES = {
    "CMD": 'COPY start.sh /start.sh\nCMD ["⟦/start.sh⟧"]',
    "ENTRYPOINT": 'COPY docker/entry.sh /\nENTRYPOINT ["/entry.sh"]\nCMD ["gunicorn", "a:b"]',
    "in the shell form": "COPY start.sh /app/\nCMD /app/start.sh",
    "with everything": 'WORKDIR /app\nCOPY . .\nCMD ["./start.sh"]',
    "another installation": 'RUN pip install -r a.txt\nCOPY start.sh /start.sh\nCMD ["/start.sh"]',
    "the line endings of Windows": 'COPY --chmod=755 windows.sh /\nCMD ["/windows.sh"]',
}

STAYS_QUIET = {
    "marked where it is copied": 'COPY --chmod=755 start.sh /\nCMD ["/start.sh"]',
    "marked by a RUN": 'COPY start.sh /\nRUN chmod +x /start.sh\nCMD ["/start.sh"]',
    "installed": 'COPY start.sh /tmp/\nRUN install -m 755 /tmp/start.sh /\nCMD ["/start.sh"]',
    "read by a shell": 'COPY start.sh /\nCMD ["sh", "/start.sh"]',
    "read by bash": "COPY start.sh /\nCMD bash /start.sh",
    "not in the project": 'COPY other.sh /\nCMD ["/other.sh"]',
    "not copied": 'CMD ["/start.sh"]',
    "from another stage": 'FROM a:1 AS a\nFROM b:1\nCOPY --from=a /start.sh /\nCMD ["/start.sh"]',
    "line endings mended": 'COPY --chmod=755 windows.sh /\nRUN dos2unix /windows.sh\nCMD ["/windows.sh"]',
    "without a first line": 'COPY bare.sh /\nCMD ["/bare.sh"]',
    "a program": 'COPY start.sh /\nCMD ["gunicorn", "app:app"]',
}

FIXES = {
    "where it is copied": (
        'COPY start.sh /start.sh\nCMD ["/start.sh"]\n',
        'COPY --chmod=755 start.sh /start.sh\nCMD ["/start.sh"]\n',
    ),
    "not everything": ('WORKDIR /a\nCOPY . .\nCMD ["./start.sh"]\n', 'WORKDIR /a\nCOPY . .\nCMD ["./start.sh"]\n'),
}
