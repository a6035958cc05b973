CATCHES = {
    "sh": "RUN ⟦curl -LsSf https://astral.sh/uv/install.sh⟧ | sh",
    "bash": "RUN wget -qO- https://a.example/x | bash",
    "with arguments": "RUN curl https://a.example/x | bash -s -- --yes",
    "as root": "RUN curl https://deb.nodesource.com/setup_20.x | sudo -E bash -",
    "Python": "RUN curl -sSL https://install.python-poetry.org | python3 -",
    "in its place": 'RUN bash -c "$(curl -fsSL https://a.example/x)"',
    "as a file": "RUN bash <(curl -s https://a.example/x)",
    "behind others": "RUN apt-get install -y curl && ⟦curl https://a.example/x⟧ | sh && rm x",
}

STAYS_QUIET = {
    "into a file": "RUN curl https://a.example/x -o x && sh x",
    "unpacked": "RUN curl https://a.example/x.tgz | tar xz",
    "into a key ring": "RUN curl https://a.example/key | gpg --dearmor > /k",
    "read by a program": 'RUN curl https://a.example/x | python3 -c "import json, sys"',
    "a module": "RUN curl https://a.example/x | python3 -m json.tool",
    "filtered": "RUN curl https://a.example/x | grep a",
    "another pipeline": "RUN curl https://a.example/k | gpg --dearmor > k && cat x | sh",
    "another pipe": "RUN curl https://a.example/x -o x && cat y | sh",
    "itself": "RUN curl http://localhost/x | sh",
    "checked": "RUN curl https://a.example/x | tee x | sha256sum -c s && sh x",
    "its answer is a value": 'RUN VERSION=$(curl https://a.example/v) && echo "$VERSION"',
    "a local script": "RUN cat install.sh | sh",
}
