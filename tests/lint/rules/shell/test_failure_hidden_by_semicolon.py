CATCHES = {
    "pip": "RUN ⟦pip install flask⟧; echo done",
    "apt": "RUN ⟦apt-get update⟧; apt-get install -y git",
    "in the middle": "RUN a && ⟦make install⟧; rm -rf x",
    "a download": "RUN wget https://a.example/a; tar xf a",
    "over lines": "RUN pip install flask; \\\n    rm -rf x",
    "Python": "RUN python setup.py build ; rm -r build",
    "set later": "RUN pip install flask; set -e; a",
}

STAYS_QUIET = {
    "and": "RUN pip install flask && echo done",
    "at the end": "RUN pip install flask;",
    "set -e": "RUN set -e; pip install flask; echo done",
    "set -ex": "RUN set -eux; apt-get update; apt-get install -y git",
    "set -o errexit": "RUN set -o errexit; pip install flask; echo done",
    "SHELL has it": 'SHELL ["/bin/bash", "-e", "-c"]\nRUN pip install flask; echo done',
    "SHELL has it among others": 'SHELL ["/bin/bash", "-euo", "pipefail", "-c"]\nRUN pip install flask; echo done',
    "in if": "RUN if a; then pip install flask; fi; echo done",
    "in for": "RUN for x in a b; do pip install $x; done; echo done",
    "in a function": "RUN f() { pip install flask; }; f",
    "may fail on purpose": "RUN pip install flask; exit 0",
    "may fail": "RUN pip install flask || true; echo done",
    "what matters less": "RUN echo a; rm -f x; ls",
    "only asked": "RUN pip --version; python --version; echo done",
    "in a string": 'RUN python -c "import a; print(a)" && echo done',
    "the JSON form": 'RUN ["pip", "install", "a;", "b"]',
}

FIXES = {
    "and": ("RUN pip install flask; echo done", "RUN pip install flask && echo done"),
    "with a blank before": ("RUN pip install flask ; echo done", "RUN pip install flask && echo done"),
    "over lines": ("RUN pip install flask; \\\n    echo done", "RUN pip install flask && \\\n    echo done"),
}
