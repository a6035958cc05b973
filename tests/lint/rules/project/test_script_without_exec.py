PROJECT = {
    "start.sh": "#!/bin/sh\npython migrate.py\ngunicorn app:app\n",
    "docker/start.sh": "#!/bin/bash\nuvicorn app:app\n",
    "module.sh": "#!/usr/bin/env bash\nset -e\npython -m streamlit run app.py\n",
    "good.sh": "#!/bin/sh\nexec gunicorn app:app\n",
    "entry.sh": '#!/bin/sh\npython migrate.py\nexec "$@"\n',
    "job.sh": "#!/bin/sh\npython train.py\n",
    "waits.sh": "#!/bin/sh\ngunicorn app:app &\nwait\n",
    "chosen.sh": "#!/bin/sh\nif [ -n $A ]; then\n  gunicorn app:app\nfi\n",
    "run.py": "#!/usr/bin/env python3\ngunicorn\n",
    "verb.sh": "#!/bin/sh\nflask db upgrade\n",
}

CATCHES = {
    "by itself": 'COPY start.sh /start.sh\nCMD ["⟦/start.sh⟧"]',
    "by a shell": 'COPY start.sh /start.sh\nCMD ["sh", "⟦/start.sh⟧"]',
    "ENTRYPOINT": 'COPY module.sh /app/\nENTRYPOINT ["/app/module.sh"]',
    "from a folder": 'COPY docker/start.sh /app/start.sh\nCMD ["/app/start.sh"]',
    "under another name": 'COPY start.sh /go.sh\nCMD ["/go.sh"]',
    "with everything": 'WORKDIR /app\nCOPY . .\nCMD ["./module.sh"]',
    "in the shell form": "COPY start.sh /\nCMD sh /start.sh",
}

STAYS_QUIET = {
    "exec": 'COPY good.sh /\nCMD ["/good.sh"]',
    "it hands over": 'COPY entry.sh /\nENTRYPOINT ["/entry.sh"]\nCMD ["gunicorn", "app:app"]',
    "a job": 'COPY job.sh /\nCMD ["/job.sh"]',
    "it waits": 'COPY waits.sh /\nCMD ["/waits.sh"]',
    "only sometimes": 'COPY chosen.sh /\nCMD ["/chosen.sh"]',
    "no shell script": 'COPY run.py /\nCMD ["/run.py"]',
    "another verb": 'COPY verb.sh /\nCMD ["/verb.sh"]',
    "not copied": 'CMD ["/start.sh"]',
    "not in the project": 'COPY other.sh /\nCMD ["/other.sh"]',
    "from another stage": 'FROM a:1 AS a\nFROM b:1\nCOPY --from=a start.sh /\nCMD ["/start.sh"]',
    "of another name": 'COPY start.sh /\nCMD ["/bin/x.sh"]',
    "outside of the project": 'COPY ../start.sh /a.sh\nCMD ["/a.sh"]',
    "no script": 'COPY start.sh /\nCMD ["bash"]',
    "a text of its own": 'COPY start.sh /\nCMD ["sh", "-c", "echo start.sh"]',
}
