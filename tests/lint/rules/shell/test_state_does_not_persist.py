CATCHES = {
    "export": "RUN ⟦export PATH=/opt/bin:$PATH⟧",
    "export at the end": "RUN make && ⟦export A=1⟧",
    "of what a command says": "RUN ⟦export VERSION=$(cat v)⟧",
    "activate": "RUN ⟦. /opt/venv/bin/activate⟧",
    "activate by source": 'SHELL ["/bin/bash", "-c"]\nRUN python -m venv v && source v/bin/activate',
    "conda": "RUN conda activate base",
    "the old way of conda": 'SHELL ["/bin/bash", "-c"]\nRUN source activate x',
    "by another shell": 'RUN bash -c "source /opt/venv/bin/activate"',
    "alias": "RUN alias python=python3",
    "over lines": "RUN make \\\n    && ⟦export A=1⟧",
}

STAYS_QUIET = {
    "used in the same RUN": "RUN export A=1 && make",
    "activated for what follows": "RUN . /opt/venv/bin/activate && pip install flask",
    "activated, then a line further": "RUN . /opt/venv/bin/activate; \\\n    pip install flask",
    "kept in a file": "RUN echo 'export A=1' >> /root/.bashrc",
    "kept by the shell": "RUN export -p > /env",
    "ENV": "ENV A=1",
    "in a loop": "RUN for x in a; do export A=$x; done",
    "in a subshell": "RUN (export A=1)",
    "exported for the last command": "RUN A=1 make",
    "conda's own": "RUN conda init bash",
    "a file of settings": "RUN . /etc/os-release",
    "in a heredoc": "RUN <<EOF\nexport A=1\nEOF",
    "what is started": "CMD . /opt/venv/bin/activate && python app.py",
    "only a name": "RUN export",
}

FIXES = {
    "export alone": ("RUN export A=1 B=x/y", "ENV A=1 B=x/y"),
    "the path": ("RUN export PATH=/opt/bin:$PATH", "ENV PATH=/opt/bin:$PATH"),
    "an environment": ("RUN . /opt/venv/bin/activate", "ENV PATH=/opt/venv/bin:$PATH"),
    "not what a command says": ("RUN export A=$(b)", "RUN export A=$(b)"),
    "not beside others": ("RUN make && export A=1", "RUN make && export A=1"),
}
