CATCHES = {
    "pip": "RUN <<EOF\n⟦pip install flask⟧\necho done\nEOF",
    "behind another": "RUN <<EOF\necho a\napt-get update\napt-get install -y git\nEOF",
    "in bash": "RUN <<EOF\n#!/bin/bash\npip install flask\necho done\nEOF",
    "in quotes": "RUN <<'EOF'\nmake\nmake install\nEOF",
    "a pipe's option is not it": 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN <<EOF\nmake\nmake install\nEOF',
}

STAYS_QUIET = {
    "set -e": "RUN <<EOF\nset -e\npip install flask\necho done\nEOF",
    "set -eux": "RUN <<EOF\nset -eux\npip install flask\necho done\nEOF",
    "in the first line": "RUN <<EOF\n#!/bin/bash -e\npip install flask\necho done\nEOF",
    "SHELL has it": 'SHELL ["/bin/bash", "-ec"]\nRUN <<EOF\npip install flask\necho done\nEOF',
    "one command": "RUN <<EOF\npip install flask\nEOF",
    "joined": "RUN <<EOF\napt-get update &&\napt-get install -y git\nEOF",
    "what fails is last": "RUN <<EOF\necho a\npip install flask\nEOF",
    "another language": "RUN python3 <<EOF\nimport a\nprint(a)\nEOF",
    "another language by its first line": "RUN <<EOF\n#!/usr/bin/env python3\nimport a\nprint(a)\nEOF",
    "a file": "RUN cat <<EOF > x\npip install flask\necho done\nEOF",
    "COPY": "COPY <<EOF /x.sh\npip install flask\necho done\nEOF",
    "in if": "RUN <<EOF\nif a; then\npip install flask\nfi\necho done\nEOF",
    "what matters less": "RUN <<EOF\nmkdir /a\ntouch /a/b\nEOF",
}
